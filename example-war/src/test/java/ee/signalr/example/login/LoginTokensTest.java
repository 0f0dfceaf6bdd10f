// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.spi.AuthenticatedCaller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoginTokensTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final Account ALICE = new Account("alice", Set.of("user", "moderator"));

    private Instant now = START;
    private final LoginTokens tokens =
            new LoginTokens(new SignedText(), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void shouldKnowWhomATokenStandsFor() {
        AuthenticatedCaller caller = tokens.authenticate(tokens.issue(ALICE)).orElseThrow();

        assertThat(caller.principal().getName()).isEqualTo("alice");
        assertThat(caller.roles()).containsExactlyInAnyOrder("user", "moderator");
        assertThat(caller.expiry()).contains(START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void shouldRefuseATokenFromItsExpiryOn() {
        String token = tokens.issue(ALICE);

        now = START.plus(LoginTokens.LIFETIME).minusMillis(1);
        assertThat(tokens.authenticate(token)).isPresent();
        now = START.plus(LoginTokens.LIFETIME);
        assertThat(tokens.authenticate(token)).isEmpty();
    }

    @Test
    void shouldRefuseTokensOfAnotherStart() {
        LoginTokens restarted = new LoginTokens(new SignedText(), Clock.fixed(START, ZoneOffset.UTC));

        assertThat(restarted.authenticate(tokens.issue(ALICE))).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNoToken() {
        assertThat(tokens.authenticate("not.a.token")).isEmpty();
    }
}
