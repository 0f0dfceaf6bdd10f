// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static ee.signalr.jwt.TestToken.good;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to be wrong, and why each is refused: a token is refused for what is wrong with it and for nothing else. */
class RefusedTokenTest {

    private static final String WRONG_SIGNATURE = "the signature is wrong";
    private static final String NO_RS256 = "it is not signed with RS256";
    private static final String NO_JWT = "it is not a signed JWT of three parts";
    private static final String UNREADABLE = "it cannot be read";
    private static final String OTHER_TYPE = "it is of another type";

    private final JwtAuthenticator authenticator = TestAuthenticator.of(TestAuthenticator.STRICT);

    static Stream<Arguments> claims() {
        return Stream.of(
                arguments("expired", good().at("exp", ofSeconds(-60)), "it has expired"),
                arguments("never expires", good().without("exp"), "it never expires"),
                arguments("expiry as text", good().with("exp", "1900000000"), "its claim exp is not a time"),
                arguments("negative expiry", good().with("exp", -1), "its claim exp is not a time"),
                arguments("expiry past all times", good().with("exp", Long.MAX_VALUE), "its claim exp is not a time"),
                arguments("enormous expiry", good().with("exp", 1e300), "its claim exp is not a time"),
                arguments("not yet valid", good().at("nbf", ofSeconds(61)), "it is not valid yet"),
                arguments("start as text", good().with("nbf", "now"), "its claim nbf is not a time"),
                arguments("too old", good().at("iat", ofHours(-1).minusSeconds(61)), "it is too old"),
                arguments("of unknown age", good().without("iat"), "nobody knows how old it is"),
                arguments("issued in the future", good().at("iat", ofSeconds(61)), "it is issued in the future"),
                arguments("other issuer", good().with("iss", "https://evil.example"), "it is of another issuer"),
                arguments("no issuer", good().without("iss"), "it is of another issuer"),
                arguments("issuer in a list", good().with("iss", List.of(TestToken.ISSUER)), "it is of another issuer"),
                arguments("other audience", good().with("aud", "shop"), "it is for another audience"),
                arguments("part of an audience", good().with("aud", "cha"), "it is for another audience"),
                arguments("other audiences", good().with("aud", List.of("shop", 1)), "it is for another audience"),
                arguments("no audience", good().without("aud"), "it is for another audience"),
                arguments("no audience at all", good().with("aud", List.of()), "it is for another audience"),
                arguments("nobody", good().without("upn", "sub"), "it names nobody"),
                arguments("a name that is a number", good().with("upn", 7), "its claim upn is not a name"),
                arguments("an empty name", good().with("upn", " "), "its claim upn is not a name"),
                arguments("one group as text", good().with("groups", "user"), wrongGroups()),
                arguments("groups that are numbers", good().with("groups", List.of("user", 1)), wrongGroups()),
                arguments("groups in an object", good().with("groups", Map.of("user", true)), wrongGroups()));
    }

    static Stream<Arguments> signatures() {
        HmacKey publicBytes = new HmacKey(TestKeys.RSA.getPublic().getEncoded());
        HmacKey publicPem = new HmacKey(TestKeys.pem(TestKeys.RSA.getPublic()).getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                arguments("other key, same id", signedByOther(good()), WRONG_SIGNATURE),
                arguments("unknown id", good().header("kid", "two"), "no such key is known"),
                arguments(
                        "unknown id and other key", signedByOther(good().header("kid", "two")), "no such key is known"),
                arguments("other key, no id", signedByOther(good().withoutHeader("kid")), WRONG_SIGNATURE),
                arguments("unsigned", good().signed("none", null), NO_JWT),
                arguments("signed with the public key", good().signed("HS256", publicBytes), NO_RS256),
                arguments("signed with the public key's text", good().signed("HS256", publicPem), NO_RS256),
                arguments("another RSA algorithm", good().signed("RS512", TestKeys.RSA.getPrivate()), NO_RS256),
                arguments("an elliptic curve", good().signed("ES256", TestKeys.P256.getPrivate()), NO_RS256),
                arguments("its own key in the header", signedByOther(good().header("jwk", ownKey())), WRONG_SIGNATURE),
                arguments("only its own key", withOwnKeyOnly(), WRONG_SIGNATURE),
                arguments(
                        "a place of keys", signedByOther(good().header("jku", "http://127.0.0.1:1/")), WRONG_SIGNATURE),
                arguments("a certificate", signedByOther(good().header("x5c", List.of("MIIB"))), WRONG_SIGNATURE),
                arguments("a place of certificates", signedByOther(good().header("x5u", "file:/x")), WRONG_SIGNATURE),
                arguments(
                        "a demand",
                        good().header("crit", List.of("exp")).header("exp", 1),
                        "its header asks for more than is known here"),
                arguments("a token in a token", good().header("cty", "JWT"), OTHER_TYPE),
                arguments("another kind of token", good().header("typ", "logout+jwt"), OTHER_TYPE),
                arguments("a type that is a number", good().header("typ", 1), OTHER_TYPE));
    }

    static Stream<Arguments> texts() {
        String token = good().text();
        String[] parts = token.split("\\.");
        String header = "{\"alg\":\"RS256\",\"kid\":\"one\"}";
        return Stream.of(
                arguments("empty", "", NO_JWT),
                arguments("dots", "..", NO_JWT),
                arguments("garbage", "garbage", NO_JWT),
                arguments("garbage of three parts", "a.b.c", UNREADABLE),
                arguments("blanks around", " " + token, NO_JWT),
                arguments("a line break at the end", token + "\n", NO_JWT),
                arguments("padding", token + "=", NO_JWT),
                arguments("cut off", token.substring(0, token.length() - 20), WRONG_SIGNATURE),
                arguments("no signature", parts[0] + "." + parts[1] + ".", NO_JWT),
                arguments("two parts", parts[0] + "." + parts[1], NO_JWT),
                arguments("four parts", token + ".x", NO_JWT),
                arguments("encrypted", encrypted(), NO_JWT),
                arguments("other claims under the signature", parts[0] + ".e30." + parts[2], WRONG_SIGNATURE),
                arguments(
                        "another header above the signature",
                        TestToken.unchecked(header, "{}", parts[2]),
                        WRONG_SIGNATURE),
                arguments("unsigned with a rest", TestToken.unchecked("{\"alg\":\"none\"}", "{}", "AA"), NO_RS256),
                arguments("no algorithm", TestToken.unchecked("{}", "{}", "AA"), NO_RS256),
                arguments(
                        "an algorithm that is a list",
                        TestToken.unchecked("{\"alg\":[\"RS256\"]}", "{}", "AA"),
                        NO_RS256),
                arguments(
                        "an id that is a number",
                        TestToken.unchecked("{\"alg\":\"RS256\",\"kid\":1}", "{}", "AA"),
                        UNREADABLE),
                arguments(
                        "two algorithms",
                        TestToken.unchecked("{\"alg\":\"none\",\"alg\":\"RS256\"}", "{}", "AA"),
                        UNREADABLE),
                arguments("a header that is a list", TestToken.unchecked("[]", "{}", "AA"), UNREADABLE),
                arguments("a header without an end", TestToken.unchecked("{\"alg\":", "{}", "AA"), UNREADABLE),
                arguments("a deep header", TestToken.unchecked("{\"a\":" + "[".repeat(9000), "{}", "AA"), UNREADABLE),
                arguments("claims that are a list", good().text("[]"), "its claims cannot be read"),
                arguments("claims that are text", good().text("ann"), "its claims cannot be read"),
                arguments(
                        "a claim twice", good().text("{\"sub\":\"ann\",\"sub\":\"bob\"}"), "its claims cannot be read"),
                arguments("huge", "a".repeat(JwtAuthenticator.MAX_LENGTH + 1), "it has more than 16384 characters"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"claims", "signatures"})
    void shouldRefuseASpoiledToken(String name, TestToken token, String reason) {
        assertRefused(token.text(), reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void shouldRefuseWhatIsNoToken(String name, String token, String reason) {
        assertRefused(token, reason);
    }

    private void assertRefused(String token, String reason) {
        assertThat(authenticator.authenticate(token)).isEmpty();
        assertThatThrownBy(() -> authenticator.caller(token))
                .isInstanceOf(RefusedTokenException.class)
                .hasMessage(reason);
    }

    private static String wrongGroups() {
        return "its claim groups is not an array of texts";
    }

    private static TestToken signedByOther(TestToken token) {
        return token.signed("RS256", TestKeys.OTHER_RSA.getPrivate());
    }

    private static TestToken withOwnKeyOnly() {
        return signedByOther(good().withoutHeader("kid").header("jwk", ownKey()));
    }

    private static Map<String, Object> ownKey() {
        return TestKeys.jwk(TestKeys.OTHER_RSA.getPublic(), "one").toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    private static String encrypted() {
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
        encryption.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_128_GCM);
        encryption.setContentTypeHeaderValue("JWT");
        encryption.setKey(TestKeys.RSA.getPublic());
        encryption.setPayload(good().text());
        try {
            return encryption.getCompactSerialization();
        } catch (JoseException broken) {
            throw new AssertionError(broken);
        }
    }
}
