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
    private HubSocket uploads;

    @BeforeEach
    void open(LibertyServer server) {
        streams = HubSocket.open(server.port(), "/it/streams");
        uploads = HubSocket.open(server.port(), "/it/uploads");
    }

    @AfterEach
    void close() {
        streams.close();
        uploads.close();
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
        for (HubSocket socket : new HubSocket[] {streams, uploads}) {
            for (int number = 0; number < 100; number++) {
                socket.write(Messages.item("unknown" + number, "{\"a\":[1]}"));
                socket.write(Messages.completion("unknown" + number));
                socket.write(Messages.cancel("unknown" + number));
            }
            expectItGoesOn(socket);
        }
    }

    @Test
    void shouldIgnoreItemsAfterTheCompletion() {
        uploads.write(Messages.upload("a", "sumPublisher", "[\"s\"]"));
        uploads.write(Messages.item("s", "1"));
        uploads.write(Messages.completion("s"));
        uploads.write(Messages.item("s", "2"));
        uploads.write(Messages.completion("s"));
        assertThat(uploads.next().getInt(RESULT)).isEqualTo(1);
        uploads.write(Messages.item("s", "4"));
        expectItGoesOn(uploads);
    }

    @Test
    void shouldTakeAnIdAgainOnceItsStreamHasEnded() {
        for (int round = 1; round <= 3; round++) {
            uploads.write(Messages.upload("a", "sumPublisher", "[\"s\"]"));
            uploads.write(Messages.item("s", Integer.toString(round)));
            uploads.write(Messages.completion("s"));
            assertThat(uploads.next().getInt(RESULT)).isEqualTo(round);
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

    @Test
    void shouldTellTheConsumerOfAnItemThatCannotBeRead() {
        uploads.write(Messages.upload("a", "sumPublisher", "[\"s\"]"));
        uploads.write(Messages.item("s", "\"no number\""));
        uploads.write(Messages.item("s", "1"));
        uploads.write(Messages.completion("s"));
        assertThat(uploads.next().getString(ERROR)).contains("HubException: Failed to bind Stream message.");
        expectItGoesOn(uploads);
    }

    @Test
    void shouldCloseOnAnItemOverTheLimit() {
        uploads.write(Messages.upload("a", "consumeStream", "[\"s\"]", "over the limit"));
        String frame = Messages.item("s", "\"\"");
        uploads.write(Messages.item("s", "\"" + "x".repeat(32_768 - frame.length()) + "\""));
        JsonObject close = nextOfType(uploads, 7);
        assertThat(close.getString(ERROR)).isEqualTo("Connection closed with an error.");
        assertThat(uploads.socket().end(LIMIT)).isEqualTo(1000);
    }

    @Test
    void shouldTakeAnItemOfTheLimit() {
        uploads.write(Messages.upload("a", "first", "[\"s\"]"));
        String frame = Messages.item("s", "\"\"");
        String most = "x".repeat(32_768 - 1 - frame.length());
        uploads.write(Messages.item("s", "\"" + most + "\""));
        assertThat(uploads.next().getString(RESULT)).isEqualTo(most);
    }

    private static JsonObject nextOfType(HubSocket socket, int type) {
        JsonObject message = socket.next();
        while (message.getInt("type") != type) {
            message = socket.next();
        }
        return message;
    }
}
