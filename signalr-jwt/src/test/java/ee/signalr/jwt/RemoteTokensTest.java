// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.spi.TokenAuthenticator;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens whose keys lie on another server: it is asked seldom, and its failures are told of. */
@Timeout(30)
class RemoteTokensTest {

    private static final String KEYS = TestKeys.jwks(TestKeys.jwk(TestKeys.RSA.getPublic(), "one"));

    @Test
    void shouldNotAskForTokensThatCannotBeGood() {
        try (KeyServer server = KeyServer.start(KEYS)) {
            TokenAuthenticator authenticator = authenticator(server);

            authenticator.authenticate("garbage");
            authenticator.authenticate(
                    fresh().signed("RS512", TestKeys.RSA.getPrivate()).text());
            authenticator.authenticate(fresh().header("cty", "JWT").text());

            assertThat(server.fetches()).isZero();
        }
    }

    @Test
    void shouldAskOnceWhateverTokensName() {
        try (KeyServer server = KeyServer.start(KEYS)) {
            TokenAuthenticator authenticator = authenticator(server);

            for (int i = 0; i < 20; i++) {
                assertThat(authenticator.authenticate(
                                fresh().header("kid", "k" + i).text()))
                        .isEmpty();
                assertThat(authenticator.authenticate(fresh().text())).isPresent();
            }
            assertThat(server.fetches()).isEqualTo(1);
        }
    }

    @Test
    void shouldNeverAskWhereATokenPointsTo() {
        try (KeyServer server = KeyServer.start(KEYS);
                KeyServer other = KeyServer.start(KEYS)) {
            authenticator(server)
                    .authenticate(fresh().header("jku", other.url())
                            .header("x5u", other.url())
                            .header("kid", other.url())
                            .text());

            assertThat(other.fetches()).isZero();
        }
    }

    @Test
    void shouldRefuseAndTellWhenTheKeysDoNotCome() {
        try (KeyServer server = KeyServer.start(exchange -> KeyServer.send(exchange, 503, ""));
                RecordedLog log = RecordedLog.of(RemoteKeys.class, Level.WARNING)) {
            TokenAuthenticator authenticator = authenticator(server);

            assertThat(authenticator.authenticate(fresh().text())).isEmpty();
            assertThat(authenticator.authenticate(fresh().text())).isEmpty();

            assertThat(server.fetches()).isEqualTo(1);
            assertThat(log.lines())
                    .containsExactly("SIGNALR-4001: the keys of tokens could not be fetched"
                            + " java.io.IOException: the answer has status 503");
        }
    }

    private static TokenAuthenticator authenticator(KeyServer server) {
        Map<String, String> properties = Map.of(JwtConfiguration.LOCATION, server.url());
        return new JwtAuthenticatorFactory()
                .create(name -> Optional.ofNullable(properties.get(name)))
                .orElseThrow();
    }

    private static TestToken fresh() {
        return TestToken.good().with("exp", System.currentTimeMillis() / 1000 + 300);
    }
}
