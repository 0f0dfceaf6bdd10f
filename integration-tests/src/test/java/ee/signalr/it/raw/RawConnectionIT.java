// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connection handlers that echo, a text one and a binary one, over every transport. */
@Tag("portable")
@ExtendWith(SharedServer.class)
@Timeout(60)
class RawConnectionIT {

    private static final String TEXT = "/vectors/echo";
    private static final String BINARY = "/it/bytes";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final byte[] EVERY_BYTE = everyByte();

    private int port;

    private static byte[] everyByte() {
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        return all;
    }

    @BeforeEach
    void find(TestServer server) {
        port = server.port();
    }

    @Test
    void shouldEchoOverAWebSocketWithoutNegotiate() {
        try (RawWebSocket socket = RawWebSocket.open(port, TEXT)) {
            socket.text("hello");
            assertThat(next(socket)).satisfies(message -> {
                assertThat(message.binary()).isFalse();
                assertThat(message.text()).isEqualTo("hello");
            });
            socket.close(1000);
            assertThat(socket.end(LIMIT)).isEqualTo(1000);
        }
    }

    @Test
    void shouldEchoOverAWebSocketThatWasNegotiated() {
        JsonObject negotiated = negotiate(TEXT);
        assertThat(negotiated.getJsonArray("availableTransports").toString())
                .isEqualTo("[{\"transport\":\"WebSockets\",\"transferFormats\":[\"Text\",\"Binary\"]},"
                        + "{\"transport\":\"ServerSentEvents\",\"transferFormats\":[\"Text\"]},"
                        + "{\"transport\":\"LongPolling\",\"transferFormats\":[\"Text\",\"Binary\"]}]");
        try (RawWebSocket socket = RawWebSocket.open(port, target(TEXT, negotiated))) {
            socket.binary("as text, whatever came".getBytes(StandardCharsets.UTF_8));

            assertThat(next(socket)).satisfies(message -> {
                assertThat(message.binary()).isFalse();
                assertThat(message.text()).isEqualTo("as text, whatever came");
            });
        }
    }

    @Test
    void shouldSendEachMessageInAFrameOfItsOwn() {
        try (RawWebSocket socket = RawWebSocket.open(port, TEXT)) {
            List<String> messages =
                    IntStream.range(0, 500).mapToObj(i -> "m" + i).toList();

            socket.texts(messages);

            assertThat(IntStream.range(0, 500).mapToObj(i -> next(socket).text()))
                    .containsExactlyElementsOf(messages);
        }
    }

    @Test
    void shouldNotChangeBytesThatNoTextFrameCanHold() {
        try (RawWebSocket socket = RawWebSocket.open(port, TEXT)) {
            socket.binary(EVERY_BYTE);

            assertThat(next(socket)).satisfies(message -> {
                assertThat(message.binary()).isTrue();
                assertThat(message.bytes()).isEqualTo(EVERY_BYTE);
            });
        }
    }

    @Test
    void shouldEchoBinaryMessages() {
        try (RawWebSocket socket = RawWebSocket.open(port, BINARY)) {
            socket.binary(EVERY_BYTE);
            socket.text("text");

            assertThat(next(socket).bytes()).isEqualTo(EVERY_BYTE);
            assertThat(next(socket)).satisfies(message -> {
                assertThat(message.binary()).isTrue();
                assertThat(message.text()).isEqualTo("text");
            });
        }
    }

    @Test
    void shouldAgreeOnASubProtocol() {
        try (RawWebSocket socket =
                RawWebSocket.open(port, BINARY, "Sec-WebSocket-Protocol: other, bytes.v1, bytes.v2")) {
            assertThat(socket.reply().header("sec-websocket-protocol")).contains("bytes.v2");
        }
        try (RawWebSocket socket = RawWebSocket.open(port, BINARY)) {
            assertThat(socket.reply().header("sec-websocket-protocol")).isEmpty();
        }
    }

    @Test
    void shouldNotOfferEventStreamsForBinaryMessages() {
        JsonObject negotiated = negotiate(BINARY);
        assertThat(negotiated.getJsonArray("availableTransports").toString())
                .contains("WebSockets", "LongPolling")
                .doesNotContain("ServerSentEvents");

        HttpReply refused =
                HttpCall.exchange(port, "GET", target(BINARY, negotiated), List.of("Accept: text/event-stream"), "");

        assertThat(refused.code()).isEqualTo(404);
        assertThat(refused.text()).isEqualTo("ServerSentEvents transport not supported by this end point type");
    }

    @Test
    void shouldSendEachMessageAsAnEventOfItsOwn() {
        String target = target(TEXT, negotiate(TEXT));
        try (HttpCall events = HttpCall.send(port, "GET", target, List.of("Accept: text/event-stream"), new byte[0])) {
            assertThat(events.head().code()).isEqualTo(200);
            post(target, "one");
            post(target, "two\nlines\rof text");

            assertThat(events.chunks("\r\n\r\n", 2))
                    .isEqualTo(":\r\ndata: one\r\n\r\ndata: two\r\ndata: lines\r\ndata: of text\r\n\r\n");
        }
    }

    @Test
    void shouldAnswerEachPollWithOneMessage() {
        String target = target(TEXT, negotiate(TEXT));
        assertThat(poll(target).body()).isEmpty();

        post(target, "one");
        post(target, "two");

        assertThat(poll(target).text()).isEqualTo("one");
        assertThat(poll(target).text()).isEqualTo("two");
        assertThat(HttpCall.exchange(port, "DELETE", target, "").code()).isEqualTo(202);
    }

    @Test
    void shouldCarryBytesByPolls() {
        String target = target(BINARY, negotiate(BINARY));
        poll(target);
        try (HttpCall post = HttpCall.send(port, "POST", target, List.of(), EVERY_BYTE)) {
            assertThat(post.reply().code()).isEqualTo(200);
        }

        assertThat(poll(target).body()).isEqualTo(EVERY_BYTE);
    }

    @Test
    void shouldLoseNothingOfWhatIsLargerThanItsBuffers() {
        String large = "0123456789".repeat(60_000);
        try (RawWebSocket socket = RawWebSocket.open(port, TEXT)) {
            socket.text(large);
            StringBuilder all = new StringBuilder();
            while (all.length() < large.length()) {
                all.append(next(socket).text());
            }

            assertThat(all).hasToString(large);
        }
    }

    private JsonObject negotiate(String path) {
        HttpReply negotiated = HttpCall.exchange(port, "POST", path + "/negotiate?negotiateVersion=1", "");
        return Meaning.read(negotiated.text()).asJsonObject();
    }

    private static String target(String path, JsonObject negotiated) {
        return path + "?id=" + negotiated.getString("connectionToken");
    }

    private HttpReply poll(String target) {
        HttpReply reply = HttpCall.exchange(port, "GET", target, "");
        assertThat(reply.code()).isEqualTo(200);
        return reply;
    }

    private void post(String target, String text) {
        assertThat(HttpCall.exchange(port, "POST", target, text).code()).isEqualTo(200);
    }

    private static Incoming.Message next(RawWebSocket socket) {
        Incoming incoming = socket.next(LIMIT).orElseThrow();
        assertThat(incoming).isInstanceOf(Incoming.Message.class);
        return (Incoming.Message) incoming;
    }
}
