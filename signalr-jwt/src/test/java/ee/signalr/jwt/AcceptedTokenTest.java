// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static ee.signalr.jwt.TestToken.good;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ee.signalr.spi.AuthenticatedCaller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens are good, and for whom they stand. */
class AcceptedTokenTest {

    private final JwtAuthenticator authenticator = TestAuthenticator.of(TestAuthenticator.STRICT);

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                arguments("as it is", good()),
                arguments("expired within the difference of clocks", good().at("exp", ofSeconds(-59))),
                arguments("soon valid, within the difference of clocks", good().at("nbf", ofSeconds(60))),
                arguments("issued in the future, within the difference", good().at("iat", ofSeconds(60))),
                arguments("as old as it may be", good().at("iat", ofHours(-1).minusSeconds(60))),
                arguments("valid since long ago", good().at("nbf", ofHours(-9))),
                arguments("times with a fraction", good().with("exp", TestToken.NOW.getEpochSecond() + 0.5)),
                arguments("the other audience", good().with("aud", "voice")),
                arguments("one audience of many", good().with("aud", List.of("shop", "chat"))),
                arguments("without a type", good().withoutHeader("typ")),
                arguments("of RFC 9068", good().header("typ", "application/at+JWT")),
                arguments("without the id of a key", good().withoutHeader("kid")),
                arguments("with its key in the header", good().header("jku", "http://127.0.0.1:1/")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void shouldAcceptAGoodToken(String name, TestToken token) {
        assertThat(authenticator.authenticate(token.text())).isPresent();
    }

    @Test
    void shouldTellWhoTheCallerIsAndUntilWhen() throws RefusedTokenException {
        AuthenticatedCaller caller = authenticator.caller(good().text());

        assertThat(caller.principal()).isInstanceOf(JwtPrincipal.class).hasToString("ann");
        assertThat(caller.principal().getName()).isEqualTo("ann");
        assertThat(caller.roles()).containsExactlyInAnyOrder("user", "moderator");
        assertThat(caller.expiry()).contains(TestToken.EXPIRY);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments(good().with("preferred_username", "bob"), "ann"),
                arguments(good().without("upn").with("preferred_username", "bob"), "bob"),
                arguments(good().without("upn"), "4711"),
                arguments(good().with("upn", null), "4711"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldTakeTheFirstNameThatThereIs(TestToken token, String expected) throws RefusedTokenException {
        assertThat(authenticator.caller(token.text()).principal().getName()).isEqualTo(expected);
    }

    @Test
    void shouldGiveNoRolesWithoutGroups() throws RefusedTokenException {
        assertThat(authenticator.caller(good().without("groups").text()).roles())
                .isEmpty();
        assertThat(authenticator.caller(good().with("groups", List.of()).text()).roles())
                .isEmpty();
        assertThat(authenticator
                        .caller(good().with("groups", List.of("user", "user")).text())
                        .roles())
                .isEqualTo(Set.of("user"));
    }

    @Test
    void shouldAskForNothingThatIsNotConfigured() throws RefusedTokenException {
        TestToken bare = good().without("iss", "aud", "iat", "groups", "upn");

        assertThat(TestAuthenticator.of(TestAuthenticator.LAX)
                        .caller(bare.text())
                        .principal()
                        .getName())
                .isEqualTo("4711");
    }

    @Test
    void shouldEndWithTheSecondOfTheExpiryWhereClocksDoNotDiffer() {
        JwtAuthenticator exact = TestAuthenticator.of(TestAuthenticator.LAX);

        assertThat(exact.authenticate(good().at("exp", ofSeconds(1)).text())).isPresent();
        assertThat(exact.authenticate(good().at("exp", ofSeconds(0)).text())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldVerifyEveryAlgorithmAndNoOtherBesides(SignatureAlgorithm algorithm) {
        String key = TestKeys.pem(TestKeys.of(algorithm).getPublic());
        JwtAuthenticator one = TestAuthenticator.of(algorithm, key, TestAuthenticator.STRICT);

        for (SignatureAlgorithm used : SignatureAlgorithm.values()) {
            String token =
                    good().signed(used.name(), TestKeys.of(used).getPrivate()).text();
            assertThat(one.authenticate(token).isPresent()).as("%s", used).isEqualTo(used == algorithm);
        }
    }

    @Test
    void shouldTryTheKeyThatATokenNamesOnly() {
        String keys = TestKeys.jwks(
                TestKeys.jwk(TestKeys.RSA.getPublic(), "one"), TestKeys.jwk(TestKeys.OTHER_RSA.getPublic(), "two"));
        JwtAuthenticator both = TestAuthenticator.of(SignatureAlgorithm.RS256, keys, TestAuthenticator.STRICT);
        TestToken token = good().signed("RS256", TestKeys.OTHER_RSA.getPrivate());

        assertThat(both.authenticate(token.header("kid", "two").text())).isPresent();
        assertThat(both.authenticate(token.withoutHeader("kid").text())).isPresent();
        assertThat(both.authenticate(token.header("kid", "one").text())).isEmpty();
        assertThat(both.authenticate(token.header("kid", "three").text())).isEmpty();
    }

    @Test
    void shouldTryAKeyWithoutAnIdWhateverATokenNames() {
        String key = TestKeys.pem(TestKeys.RSA.getPublic());
        JwtAuthenticator one = TestAuthenticator.of(SignatureAlgorithm.RS256, key, TestAuthenticator.STRICT);

        assertThat(one.authenticate(good().header("kid", "any").text())).isPresent();
    }

    @Test
    void shouldShowTheClaimsAndLetNobodyChangeThem() throws RefusedTokenException {
        TestToken token = good().with("address", Map.of("city", "Riga")).with("phone", null);
        JwtPrincipal principal =
                (JwtPrincipal) authenticator.caller(token.text()).principal();

        assertThat(principal.claims())
                .containsEntry("iss", TestToken.ISSUER)
                .containsEntry("exp", TestToken.EXPIRY.getEpochSecond())
                .containsEntry("groups", List.of("user", "moderator"))
                .containsEntry("address", Map.of("city", "Riga"))
                .containsEntry("phone", null);
        assertThatThrownBy(() -> principal.claims().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) principal.claims().get("address")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) principal.claims().get("groups")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shouldTellPrincipalsApartByTheirNamesAlone() {
        JwtPrincipal ann = new JwtPrincipal("ann", Map.of("sub", "1"));

        assertThat(ann).isEqualTo(new JwtPrincipal("ann", Map.of("sub", "2"))).hasSameHashCodeAs("ann");
        assertThat(ann)
                .isNotEqualTo(new JwtPrincipal("bob", Map.of("sub", "1")))
                .isNotEqualTo("ann");
    }
}
