// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SharedServer;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ids and items that do not belong to a stream, and cancels of what is no stream. */
@ExtendWith(SharedServer.class)
class StreamMisuseIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String RESULT = "result";
    private static final String ERROR = "error";
    private static final String ITEM = "item";

    private HubSocket streams;

    @BeforeEach
    void open(LibertyServer server) {
        streams = HubSocket.open(server.port(), "/it/streams");
    }

    @AfterEach
    void close() {
        streams.close();
    }

    private static void expectItGoesOn(HubSocket socket) {
        assertThat(socket.invoke("echo", Json.createValue("still there")).getString(RESULT))
                .isEqualTo("still there");
    }

    private void awaitFate(String name, String fate) {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> streams.invoke("fate", Json.createValue(name)).getString(RESULT), fate::equals);
    }

    @Test
    void shouldIgnoreItemsCompletionsAndCancelsOfUnknownIds() {
        for (int number = 0; number < 100; number++) {
            streams.write(Messages.item("unknown" + number, "{\"a\":[1]}"));
            streams.write(Messages.completion("unknown" + number));
            streams.write(Messages.cancel("unknown" + number));
        }
        expectItGoesOn(streams);
    }

    @Test
    void shouldTakeAnIdAgainOnceItsStreamHasEnded() {
        for (int round = 0; round < 3; round++) {
            streams.write(Messages.stream("b", "publisher", 1));
            assertThat(streams.next().getInt(ITEM)).isZero();
            assertThat(streams.next().getInt("type")).isEqualTo(3);
        }
    }

    @Test
    void shouldRefuseTheIdOfARunningStreamAndLeaveThatAlone() {
        streams.write(Messages.stream("a", "waitingPublisher", "re-used", 1));
        assertThat(streams.next().getInt(ITEM)).isZero();
        streams.write(Messages.stream("a", "publisher", 1));
        assertThat(streams.next().getString(ERROR)).isEqualTo("Invocation ID 'a' is already in use.");
        streams.write(Messages.cancel("a"));
        JsonObject end = streams.next();
        assertThat(end.getInt("type")).isEqualTo(3);
        assertThat(end.containsKey(ERROR)).isFalse();
        awaitFate("re-used", "ended");
    }

    @Test
    void shouldCompleteAPlainCallWhoseTokenTheClientFires() {
        String id = streams.call("untilUnwanted");
        streams.write(Messages.cancel(id));
        JsonObject end = streams.next();
        assertThat(end.getString("invocationId")).isEqualTo(id);
        assertThat(end.getString(RESULT)).isEqualTo("no longer wanted");
        expectItGoesOn(streams);
    }

    @Test
    void shouldEndAStreamOnceWhenItIsCancelledTwice() {
        streams.write(Messages.stream("a", "waitingPublisher", "twice", 1));
        assertThat(streams.next().getInt(ITEM)).isZero();
        streams.write(Messages.cancel("a"));
        streams.write(Messages.cancel("a"));
        assertThat(streams.next().getInt("type")).isEqualTo(3);
        expectItGoesOn(streams);
        assertThat(streams.next(Duration.ofMillis(200))).isEmpty();
    }
}
