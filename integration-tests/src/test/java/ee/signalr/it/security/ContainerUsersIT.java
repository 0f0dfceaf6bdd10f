// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import ee.signalr.it.wire.UpgradeRefusedException;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int VIOLATED_POLICY = 1008;
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
            assertThat(outcome(server, path)).as(guess).isEqualTo(isOfTyrus() ? VIOLATED_POLICY : NOT_FOUND);
            assertThat(outcome(server, path, alice)).as(guess).isEqualTo(isOfTyrus() ? VIOLATED_POLICY : NOT_FOUND);
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

    /** The status with which an upgrade is refused, or the code with which the WebSocket is closed before anything is said. */
    private static int outcome(TestServer server, String path, String... headers) {
        try (RawWebSocket socket = RawWebSocket.open(server.port(), path, headers)) {
            Incoming first = socket.next(PATIENCE).orElseThrow();
            assertThat(first).isInstanceOf(Incoming.Closed.class);
            return ((Incoming.Closed) first).code();
        } catch (UpgradeRefusedException refused) {
            return refused.reply().code();
        }
    }
}
