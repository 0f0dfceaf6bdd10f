// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class LoginResourceTest {

    private final LoginTokens tokens = new LoginTokens(new SignedText(), Clock.systemUTC());
    private final LoginResource resource = new LoginResource(new Accounts(), tokens);

    @Test
    void shouldGiveATokenThatHubsTake() throws IOException {
        Response response = post("{\"user\":\"bob\",\"password\":\"bob\"}");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(response.getEntity()).asInstanceOf(MAP).containsOnlyKeys("token");
        assertThat(response.getEntity())
                .asInstanceOf(MAP)
                .extractingByKey("token")
                .satisfies(token -> assertThat(tokens.authenticate(String.valueOf(token)))
                        .hasValueSatisfying(caller ->
                                assertThat(caller.principal().getName()).isEqualTo("bob")));
    }

    @Test
    void shouldRefuseAWrongPassword() throws IOException {
        assertRefused(post("{\"user\":\"bob\",\"password\":\"alice\"}"), 401);
    }

    @Test
    void shouldRefuseAnUnknownUserInTheSameWay() throws IOException {
        assertRefused(post("{\"user\":\"mallory\",\"password\":\"mallory\"}"), 401);
    }

    @Test
    void shouldRefuseWhatIsNotTheJsonOfALogin() throws IOException {
        assertRefused(post("user=bob"), 400);
        assertRefused(post(""), 400);
    }

    @Test
    void shouldReadNoMoreThanALoginNeeds() throws IOException {
        CountingBody endless = new CountingBody();

        assertRefused(resource.login(endless), 400);
        assertThat(endless.read).isEqualTo(Credentials.MAXIMUM_SIZE + 1);
    }

    private Response post(String body) throws IOException {
        return resource.login(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(Response response, int status) {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.hasEntity()).isFalse();
    }

    /** Never ends, and counts what is taken. */
    private static final class CountingBody extends InputStream {

        private int read;

        @Override
        public int read() {
            read++;
            return ' ';
        }
    }
}
