// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.server.Tokens;
import ee.signalr.it.wire.RawWebSocket;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection is its user's: whoever else knows its token gets nothing by it, and does no harm. */
@Tag("portable")
@ExtendWith(GuardedServer.class)
class OwnershipIT {

    private static final String OPEN = "/tokens/open";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String ann = GuardedHubs.bearer(Tokens.of("ann"));
    private final String eve = GuardedHubs.bearer(Tokens.of("eve"));

    @ParameterizedTest
    @MethodSource
    void shouldRefuseOthersAtAPolledConnection(CallerKind kind, Entry entry, TestServer server) {
        String alice = kind.header("alice");
        String target = GuardedHubs.poll(server, kind.hub(), alice);
        String query = target.substring(target.indexOf('?') + 1);

        expectRefused(kind, entry, query, server);

        assertThat(GuardedHubs.invoke(server, target, "whoAmI", alice))
                .contains("\"result\":\"alice [moderator, user]\"");
    }

    static Stream<Arguments> shouldRefuseOthersAtAPolledConnection() {
        return of(Entry.WEB_SOCKET, Entry.EVENT_STREAM, Entry.POLL, Entry.SEND, Entry.DELETE);
    }

    @ParameterizedTest
    @MethodSource
    void shouldRefuseOthersAtAConnectionThatIsOnlyNegotiated(CallerKind kind, Entry entry, TestServer server) {
        String alice = kind.header("alice");
        String query = "id=" + GuardedHubs.negotiate(server, kind.hub(), alice);

        expectRefused(kind, entry, query, server);

        assertThat(Entry.WEB_SOCKET
                        .knock(server.port(), kind.hub(), query, alice)
                        .code())
                .isEqualTo(101);
    }

    static Stream<Arguments> shouldRefuseOthersAtAConnectionThatIsOnlyNegotiated() {
        return of(Entry.WEB_SOCKET, Entry.EVENT_STREAM, Entry.POLL, Entry.SEND);
    }

    private static Stream<Arguments> of(Entry... entries) {
        return Stream.of(CallerKind.values())
                .flatMap(kind -> Stream.of(entries).map(entry -> Arguments.of(kind, entry)));
    }

    private static void expectRefused(CallerKind kind, Entry entry, String query, TestServer server) {
        assertThat(entry.knock(server.port(), kind.hub(), query, kind.header("bob"))
                        .code())
                .isEqualTo(403);
        assertThat(entry.knock(server.port(), kind.hub(), query).code()).isEqualTo(401);
    }

    @Test
    void shouldNotLetAUserTakeOverWhatNobodyHasNegotiated(TestServer server) {
        String query = "id=" + GuardedHubs.negotiate(server, OPEN);

        assertThat(Entry.WEB_SOCKET.knock(server.port(), OPEN, query, eve).code())
                .isEqualTo(403);
        assertThat(Entry.WEB_SOCKET.knock(server.port(), OPEN, query).code()).isEqualTo(101);
    }

    @Test
    void shouldBeWorthNothingForASecondWebSocketNorAfterwards(TestServer server) {
        String query = "id=" + GuardedHubs.negotiate(server, OPEN, ann);
        RawWebSocket first = RawWebSocket.open(server.port(), OPEN + "?" + query, ann);
        try (first) {
            assertThat(Entry.WEB_SOCKET.knock(server.port(), OPEN, query, ann).code())
                    .isEqualTo(409);
            assertThat(Entry.WEB_SOCKET.knock(server.port(), OPEN, query, eve).code())
                    .isEqualTo(403);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Entry.WEB_SOCKET
                                .knock(server.port(), OPEN, query, ann)
                                .code())
                        .isEqualTo(404));
    }

    @Test
    void shouldFindNoConnectionByItsPublicId(TestServer server) {
        String target = GuardedHubs.poll(server, OPEN, ann);
        String answer = GuardedHubs.invoke(server, target, "connection", ann);
        String id = answer.replaceFirst(".*\"result\":\"([^\"]+)\".*\\s*", "$1").strip();
        assertThat(id).matches("[A-Za-z0-9_-]{22}");

        assertThat(Entry.POLL.knock(server.port(), OPEN, "id=" + id, ann).code())
                .isEqualTo(404);
    }

    @Test
    void shouldFindNoConnectionByAnotherSpellingOfItsToken(TestServer server) {
        String token = GuardedHubs.negotiate(server, OPEN, ann);
        for (String other : new String[] {token + "=", token + "A", token.substring(1), token + "."}) {
            assertThat(Entry.POLL.knock(server.port(), OPEN, "id=" + other, ann).code())
                    .as(other)
                    .isEqualTo(404);
        }
    }
}
