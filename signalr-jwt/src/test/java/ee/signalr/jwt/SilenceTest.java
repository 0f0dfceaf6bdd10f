// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static ee.signalr.jwt.TestToken.good;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.spi.AuthenticatedCaller;
import java.time.Duration;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing shows a token, or what it says. */
class SilenceTest {

    private final JwtAuthenticator authenticator = TestAuthenticator.of(TestAuthenticator.STRICT);

    static Stream<String> badTokens() {
        return Stream.of(
                good().at("exp", Duration.ofHours(-1)).text(),
                good().with("iss", "secret-issuer").text(),
                good().with("upn", 4711).text(),
                good().header("kid", "secret-kid").text(),
                good().text() + "secret",
                "secret.secret.secret",
                "secret");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void shouldLogTheReasonOnly(String token) {
        try (RecordedLog log = RecordedLog.of(JwtAuthenticator.class, Level.FINE)) {
            authenticator.authenticate(token);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("A token is refused: ")
                    .doesNotContain("secret", "4711", token.split("\\.")[0]);
        }
    }

    @Test
    void shouldLogNothingOfRefusalsUnlessAskedFor() {
        try (RecordedLog log = RecordedLog.of(JwtAuthenticator.class, Level.INFO)) {
            authenticator.authenticate("garbage");

            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void shouldShowOfACallerNoMoreThanNameAndRoles() throws RefusedTokenException {
        String token = good().with("email", "ann@example.org").text();
        AuthenticatedCaller caller = authenticator.caller(token);

        assertThat(caller.toString()).contains("ann").doesNotContain("example.org", token, "4711");
        assertThat(((JwtPrincipal) caller.principal()).claims().values().toString())
                .doesNotContain(token);
    }
}
