// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.RawWebSocket;
import ee.signalr.it.wire.UpgradeRefusedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hubs behind a login of the container, for users whom the server itself knows. */
@Tag("portable")
@ExtendWith(GuardedServer.class)
class ContainerUsersIT {

    private static final String GUARDED = "/users/guarded";
    private static final String OPEN = "/users/open";
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    @ParameterizedTest
    @EnumSource
    void shouldAskForALoginAtEveryEntry(Entry entry, TestServer server) {
        for (String hub : new String[] {GUARDED, OPEN}) {
            expectAsked(entry.knock(server.port(), hub, "id=any"));
            expectAsked(entry.knock(server.port(), hub, "id=any", GuardedHubs.basic("alice", "wrong")));
            expectAsked(entry.knock(server.port(), hub, "id=any", GuardedHubs.basic("mallory", "mallory")));
        }
    }

    private static void expectAsked(HttpReply reply) {
        assertThat(reply.code()).isEqualTo(401);
        assertThat(reply.header("www-authenticate").orElse("")).startsWith("Basic");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseUsersWithoutTheRoleAtEveryEntry(Entry entry, TestServer server) {
        assertThat(entry.knock(server.port(), GUARDED, "id=any", GuardedHubs.basic("carol", "carol"))
                        .code())
                .isEqualTo(403);
    }

    @Test
    void shouldLetUsersWithTheRoleOpenWebSocketsWithAndWithoutNegotiate(TestServer server) {
        String bob = GuardedHubs.basic("bob", "bob");
        String query = "id=" + GuardedHubs.negotiate(server, GUARDED, bob);

        assertThat(Entry.WEB_SOCKET.knock(server.port(), GUARDED, query, bob).code())
                .isEqualTo(101);
        assertThat(Entry.WEB_SOCKET.knock(server.port(), GUARDED, "", bob).code())
                .isEqualTo(101);
    }

    /** Tyrus opens WebSockets at paths of their own, which no constraint protects. */
    @Test
    void shouldLetNobodyInByAnotherPath(TestServer server) {
        String alice = GuardedHubs.basic("alice", "alice");
        String token = GuardedHubs.negotiate(server, GUARDED, alice);
        for (String guess : new String[] {"0".repeat(32), token, "any"}) {
            String path = "/users/ee.signalr.upgrade/0/" + guess;
            int expected = isOfTyrus() ? FORBIDDEN : NOT_FOUND;
            assertThat(refusal(server, path)).as(guess).isEqualTo(expected);
            assertThat(refusal(server, path, alice)).as(guess).isEqualTo(expected);
        }
        assertThat(Entry.WEB_SOCKET
                        .knock(server.port(), GUARDED, "id=" + token, alice)
                        .code())
                .as("the connection has not been touched")
                .isEqualTo(101);
    }

    private static boolean isOfTyrus() {
        return BuildFiles.serverName().matches("(payara|glassfish).*");
    }

    private static int refusal(TestServer server, String path, String... headers) {
        try (RawWebSocket socket = RawWebSocket.open(server.port(), path, headers)) {
            return socket.reply().code();
        } catch (UpgradeRefusedException refused) {
            return refused.reply().code();
        }
    }
}
