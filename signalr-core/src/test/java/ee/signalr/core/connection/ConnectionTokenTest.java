// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens: random, exact, and not to be seen. */
class ConnectionTokenTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void shouldNeverBeTheSameTwice() {
        Set<ConnectionToken> tokens = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ConnectionToken token = ConnectionToken.random(random);
            tokens.add(token);
            texts.add(token.text());
        }

        assertThat(tokens).hasSize(10_000);
        assertThat(texts).hasSize(10_000).allMatch(text -> text.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void shouldBeReadAsItIsWritten() {
        for (int i = 0; i < 1_000; i++) {
            ConnectionToken token = ConnectionToken.random(random);

            assertThat(ConnectionToken.parse(token.text())).contains(token);
            assertThat(ConnectionToken.parse(token.text()).orElseThrow().hashCode())
                    .isEqualTo(token.hashCode());
        }
    }

    @Test
    void shouldDifferWhereverItDiffers() {
        String text = "AAAAAAAAAAAAAAAAAAAAAA";
        ConnectionToken token = ConnectionToken.parse(text).orElseThrow();
        for (int i = 0; i < text.length(); i++) {
            String other = text.substring(0, i) + "Q" + text.substring(i + 1);

            assertThat(ConnectionToken.parse(other).orElseThrow()).as(other).isNotEqualTo(token);
        }
        assertThat(token).isNotEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAA ",
                "AAAAAAAAAA+AAAAAAAAAAA",
                "AAAAAAAAAAäAAAAAAAAAAA"
            })
    void shouldHaveOneSpellingOnly(String text) {
        assertThat(ConnectionToken.parse(text)).isEmpty();
    }

    @Test
    void shouldNotBeSeenInLogs() {
        ConnectionToken token = ConnectionToken.random(random);

        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(new ConnectionIdentity("id", token).toString()).doesNotContain(token.text());
    }
}
