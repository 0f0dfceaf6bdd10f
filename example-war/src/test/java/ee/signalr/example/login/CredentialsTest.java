// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @Test
    void shouldReadUserAndPassword() throws IOException {
        assertThat(read("{\"user\":\"alice\",\"password\":\"sécrét\",\"more\":1}"))
                .contains(new Credentials("alice", "sécrét"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "null",
                "[]",
                "{}",
                "{\"user\":\"alice\"}",
                "{\"password\":\"alice\"}",
                "{\"user\":\"alice\",\"password\":null}",
                "{\"user\":\"alice\",\"password\":1}",
                "{\"user\":[\"alice\"],\"password\":\"alice\"}",
                "{\"user\":\"alice\",\"password\":\"alice\"",
                "user=alice&password=alice"
            })
    void shouldReadNothingElse(String body) throws IOException {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void shouldNotReadWithoutEnd() throws IOException {
        String padding = " ".repeat(Credentials.MAXIMUM_SIZE);
        ByteArrayInputStream body =
                new ByteArrayInputStream((padding.repeat(2) + "{}").getBytes(StandardCharsets.UTF_8));

        assertThat(Credentials.read(body)).isEmpty();
        assertThat(body.available()).isEqualTo(Credentials.MAXIMUM_SIZE + 1);
    }

    @Test
    void shouldNotShowThePassword() {
        assertThat(new Credentials("alice", "secret")).hasToString("Credentials of alice");
    }

    private static Optional<Credentials> read(String body) throws IOException {
        return Credentials.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
