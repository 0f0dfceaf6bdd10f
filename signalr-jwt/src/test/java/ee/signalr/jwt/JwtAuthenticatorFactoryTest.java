// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static ee.signalr.jwt.JwtConfiguration.PUBLIC_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.security.CallerSources;
import ee.signalr.spi.TokenAuthenticator;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the engine finds the authenticator, and what the properties do. */
class JwtAuthenticatorFactoryTest {

    private final Map<String, String> properties = new HashMap<>();

    @Test
    void shouldBeFoundWithNothingToRegister() {
        assertThat(CallerSources.found(getClass().getClassLoader()))
                .singleElement()
                .isInstanceOf(JwtAuthenticatorFactory.class);
    }

    @Test
    void shouldMakeNothingWithoutAKey() {
        properties.put(JwtConfiguration.ISSUER, TestToken.ISSUER);
        properties.put(JwtConfiguration.PUBLIC_KEY, " ");

        assertThat(new JwtAuthenticatorFactory().create(this::property)).isEmpty();
    }

    @Test
    void shouldServeTheEngine() {
        properties.put(PUBLIC_KEY, TestKeys.pem(TestKeys.RSA.getPublic()));
        CallerSources sources =
                new CallerSources(Set.of(), null, CallerSources.found(getClass().getClassLoader()));

        TokenAuthenticator authenticator = sources.open(this::property).orElseThrow();

        assertThat(authenticator.authenticate(fresh().text())).isPresent();
        assertThat(authenticator.authenticate("garbage")).isEmpty();
    }

    @Test
    void shouldCheckIssuerAndAudiencesWhereTheyAreSet() {
        properties.put(JwtConfiguration.ISSUER, TestToken.ISSUER);
        properties.put(JwtConfiguration.AUDIENCES, "voice, chat,");

        assertThat(accepts(fresh())).isTrue();
        assertThat(accepts(fresh().with("iss", "other"))).isFalse();
        assertThat(accepts(fresh().with("aud", "other"))).isFalse();
    }

    @Test
    void shouldAllowClocksAMinuteUnlessSetOtherwise() {
        TestToken expired = fresh().with("exp", now() - 30);
        assertThat(accepts(expired)).isTrue();

        properties.put(JwtConfiguration.CLOCK_SKEW, "0");
        assertThat(accepts(expired)).isFalse();
    }

    @Test
    void shouldLimitTheAgeWhereItIsSet() {
        TestToken old = fresh().with("iat", now() - 1000);
        assertThat(accepts(old)).isTrue();

        properties.put(JwtConfiguration.TOKEN_AGE, "600");
        assertThat(accepts(old)).isFalse();
    }

    @Test
    void shouldTakeAnotherAlgorithm() {
        properties.put(JwtConfiguration.ALGORITHM, "ES256");
        properties.put(PUBLIC_KEY, TestKeys.pem(TestKeys.P256.getPublic()));

        assertThat(accepts(fresh().signed("ES256", TestKeys.P256.getPrivate()))).isTrue();
        assertThat(accepts(fresh())).isFalse();
    }

    private boolean accepts(TestToken token) {
        properties.putIfAbsent(PUBLIC_KEY, TestKeys.pem(TestKeys.RSA.getPublic()));
        return new JwtAuthenticatorFactory()
                .create(this::property)
                .orElseThrow()
                .authenticate(token.text())
                .isPresent();
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    private static TestToken fresh() {
        return TestToken.good().with("exp", now() + 300);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
