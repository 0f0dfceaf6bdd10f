// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.server.Tokens;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that replace their authentication while they are connected. */
@Tag("portable")
@ExtendWith(GuardedServer.class)
class RefreshIT {

    private static final String HUB = "/tokens/refreshing";

    private static JsonObject negotiate(TestServer server, String token) {
        HttpReply reply = HttpCall.exchange(
                server.port(), "POST", HUB + "/negotiate?negotiateVersion=1", List.of(GuardedHubs.bearer(token)), "");
        assertThat(reply.code()).isEqualTo(200);
        return Meaning.read(reply.text()).asJsonObject();
    }

    private static HttpReply refresh(TestServer server, String id, String token) {
        return GuardedHubs.request(server, "POST", HUB + "/refresh?id=" + id, "", GuardedHubs.bearer(token));
    }

    @Test
    void shouldTellHowLongTheAuthenticationLasts(TestServer server) {
        assertThat(negotiate(server, Tokens.of("bob", 300)).getInt("tokenLifetimeSeconds"))
                .isBetween(295, 300);
        String open = GuardedHubs.request(server, "POST", "/tokens/open/negotiate", "")
                .text();
        assertThat(open).doesNotContain("tokenLifetimeSeconds");
    }

    @Test
    void shouldReplaceRolesAndExpiryOfALivingConnection(TestServer server) {
        String first = Tokens.of("bob", 3);
        String id = negotiate(server, first).getString("connectionToken");
        try (HubSocket socket = HubSocket.open(server.port(), HUB + "?id=" + id + "&access_token=" + first)) {
            assertThat(socket.invoke("whoAmI").getString("result")).isEqualTo("bob [user]");
            assertThat(socket.invoke("moderate").getString("error")).contains("unauthorized");

            HttpReply refreshed = refresh(server, id, Tokens.of("bob", Set.of("user", "moderator")));
            assertThat(refreshed.code()).isEqualTo(200);
            assertThat(refreshed.header("content-type")).contains("application/json");
            assertThat(Meaning.read(refreshed.text()).asJsonObject().getInt("tokenLifetimeSeconds"))
                    .isBetween(295, 300);

            JsonObject told = socket.next();
            assertThat(told.getString("target")).isEqualTo("refreshed");
            assertThat(told.getJsonArray("arguments").getString(0)).isEqualTo("bob [moderator, user]");
            assertThat(socket.next(Duration.ofSeconds(6)))
                    .as("the first token has expired, the connection has not")
                    .isEqualTo(Optional.empty());
            assertThat(socket.invoke("moderate").getString("result")).isEqualTo("moderated");
        }
    }

    @Test
    void shouldRefuseAnotherUserAndLeaveTheConnectionAlone(TestServer server) {
        String token = Tokens.of("bob");
        String id = negotiate(server, token).getString("connectionToken");
        try (HubSocket socket = HubSocket.open(server.port(), HUB + "?id=" + id + "&access_token=" + token)) {
            HttpReply reply = refresh(server, id, Tokens.of("alice"));

            assertThat(reply.code()).isEqualTo(403);
            assertThat(socket.invoke("whoAmI").getString("result")).isEqualTo("bob [user]");
        }
    }

    @Test
    void shouldTellWhatIsWrong(TestServer server) {
        String token = Tokens.of("bob");
        String id = negotiate(server, token).getString("connectionToken");

        assertThat(refresh(server, "unknown", token).code()).isEqualTo(404);
        assertThat(refresh(server, "unknown", token).text()).isEqualTo("{\"error\":\"connection_not_found\"}");
        assertThat(refresh(server, "", token).text()).isEqualTo("{\"error\":\"missing_connection_token\"}");
        assertThat(refresh(server, id, "wrong").code()).isEqualTo(401);
        assertThat(GuardedHubs.request(server, "GET", HUB + "/refresh?id=" + id, "", GuardedHubs.bearer(token))
                        .code())
                .isEqualTo(405);
        // Servers answer otherwise than by 404 to a POST to nobody, but always in the same way.
        int unserved = GuardedHubs.request(server, "POST", "/tokens/nobody", "", GuardedHubs.bearer(token))
                .code();
        assertThat(GuardedHubs.request(server, "POST", "/tokens/open/refresh?id=" + id, "", GuardedHubs.bearer(token))
                        .code())
                .as("not where it is not enabled")
                .isEqualTo(unserved)
                .isIn(404, 405);
    }

    @Test
    void shouldTakeTheExpiryOfEachPoll(TestServer server) throws InterruptedException {
        String target = HUB + "?id=" + negotiate(server, Tokens.of("bob", 4)).getString("connectionToken");
        String later = GuardedHubs.bearer(Tokens.of("bob", 300));
        assertThat(GuardedHubs.request(server, "GET", target, "", later).code()).isEqualTo(200);
        GuardedHubs.request(server, "POST", target, GuardedHubs.HANDSHAKE, later);
        assertThat(GuardedHubs.request(server, "GET", target, "", later).text()).startsWith("{}");
        Thread.sleep(6_000); // the first token must have expired; nothing tells of what does not happen

        assertThat(GuardedHubs.invoke(server, target, "whoAmI", later)).contains("bob [user]");
    }
}
