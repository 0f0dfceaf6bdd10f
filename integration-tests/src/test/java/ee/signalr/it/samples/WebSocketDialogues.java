// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import ee.signalr.it.wire.UpgradeRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a WebSocket sample with what our server does. Stateless. */
final class WebSocketDialogues {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STILLNESS = Duration.ofMillis(200);

    /** The rest of these texts is that of another JSON parser. */
    private static final List<String> ITS_OWN_PARSER = List.of("JsonReaderException", " JsonException");

    private static final String ITS_CONNECTION_ID = "\"result\":\"[A-Za-z0-9_-]{22}\"";

    private WebSocketDialogues() {}

    static void check(Sample sample, int port) {
        Map<String, List<String>> scripts = WebSocketScripts.all();
        Map<String, List<String>> streams = StreamScripts.all();
        if (scripts.containsKey(sample.title())) {
            converse(sample, scripts.get(sample.title()), port, HttpDialogues.HUB);
        } else if (streams.containsKey(sample.title())) {
            converse(sample, streams.get(sample.title()), port, "/it/samples");
        } else if ("second WebSocket on the same id".equals(sample.title())) {
            second(port);
        } else {
            assertThat(sample.lines().get(0)).endsWith("404");
            refused(port, sample.title().contains("bad id") ? HttpDialogues.HUB + "?id=A" : "/it/strict", 404);
        }
    }

    private static void second(int port) {
        Negotiated connection = Negotiated.at(port, HttpDialogues.HUB);
        try (RawWebSocket first = RawWebSocket.open(port, connection.target())) {
            first.text(LongPollingDialogue.HANDSHAKE);
            assertThat(read(first, "{}" + LongPollingDialogue.END)).isEqualTo("{}" + LongPollingDialogue.END);
            refused(port, connection.target(), 409);
            assertThat(first.next(STILLNESS)).isEmpty();
        }
    }

    private static void refused(int port, String target, int code) {
        assertThatExceptionOfType(UpgradeRefusedException.class)
                .isThrownBy(() -> RawWebSocket.open(port, target))
                .satisfies(refusal -> assertThat(refusal.reply().code()).isEqualTo(code));
    }

    private static void converse(Sample sample, List<String> script, int port, String hub) {
        String expected = sample.messages().replaceFirst(ITS_CONNECTION_ID, "\"result\":\"x\"");
        int cut = cut(expected);
        try (RawWebSocket socket = RawWebSocket.open(port, hub)) {
            String actual = say(script, socket);
            actual += read(socket, expected, actual);
            if (cut < 0) {
                assertThat(actual).isEqualTo(expected);
            } else {
                assertThat(actual).startsWith(expected.substring(0, cut));
            }
            if (sample.title().contains("client close")) {
                socket.close(sample.closeCode());
            }
            assertThat(end(socket, sample.closeCode())).isEqualTo(sample.closeCode());
        }
    }

    private static int cut(String expected) {
        return ITS_OWN_PARSER.stream().mapToInt(expected::indexOf).max().orElseThrow();
    }

    /** Says everything; answers what had to be awaited meanwhile. */
    private static String say(List<String> script, RawWebSocket socket) {
        StringBuilder answers = new StringBuilder();
        for (String text : script) {
            if (text.equals(StreamScripts.ANSWER)) {
                answers.append(((Incoming.Message) socket.next(PATIENCE).orElseThrow()).text());
            } else {
                socket.text(text);
            }
        }
        return answers.toString();
    }

    private static String read(RawWebSocket socket, String expected) {
        return read(socket, expected, "");
    }

    /** Reads messages until as many records have come as are expected, together with those that came before. */
    private static String read(RawWebSocket socket, String expected, String before) {
        StringBuilder all = new StringBuilder();
        while (records(before) + records(all) < records(expected)) {
            Optional<Incoming> incoming = socket.next(PATIENCE);
            if (incoming.isEmpty() || !(incoming.get() instanceof Incoming.Message message)) {
                return all + " and then " + incoming;
            }
            assertThat(message.binary()).isFalse();
            all.append(message.text());
        }
        return all.toString();
    }

    private static long records(CharSequence text) {
        return text.chars()
                .filter(next -> next == LongPollingDialogue.END.charAt(0))
                .count();
    }

    /** The close code, or 0 when the connection stays open. */
    private static int end(RawWebSocket socket, int expected) {
        return socket.next(expected == 0 ? STILLNESS : PATIENCE)
                .map(incoming -> incoming instanceof Incoming.Closed closed ? closed.code() : -1)
                .orElse(0);
    }
}
