// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.msgpack.Packed;
import ee.signalr.it.msgpack.PackedFrames;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Compares a MessagePack sample with what our server does: it is sent the same bytes. Stateless. */
final class MessagePackDialogues {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HANDSHAKE = "{\"protocol\":\"messagepack\",\"version\":1}" + LongPollingDialogue.END;
    private static final String SENT = "sent ";
    private static final String RECEIVED = "recv ";

    /** The rest of this text is that of another MessagePack library. */
    private static final String ITS_OWN_LIBRARY = " MessagePackSerializationException";

    private static final int HANDSHAKE_BYTES = 3;

    private MessagePackDialogues() {}

    static void check(Sample sample, int port) {
        try (RawWebSocket socket = RawWebSocket.open(port, "/it/samples")) {
            socket.text(HANDSHAKE);
            bytes(sample, SENT).forEach(socket::binary);
            List<JsonValue> expected = bytes(sample, RECEIVED)
                    .skip(1)
                    .flatMap(MessagePackDialogues::messages)
                    .toList();
            List<JsonValue> actual = read(socket, expected.size());
            assertThat(actual).hasSameSizeAs(expected);
            for (int at = 0; at < expected.size(); at++) {
                assertSame(expected.get(at), actual.get(at));
            }
            if (sample.closeCode() != 0) {
                assertThat(socket.end(PATIENCE)).isEqualTo(sample.closeCode());
            }
        }
    }

    private static Stream<byte[]> bytes(Sample sample, String kind) {
        return sample.lines().stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> HexFormat.of().parseHex(line.substring(kind.length())));
    }

    private static Stream<JsonValue> messages(byte[] frame) {
        return PackedFrames.split(frame).stream().map(Packed::read);
    }

    /** The answer to the handshake is binary too. */
    private static List<JsonValue> read(RawWebSocket socket, int count) {
        List<JsonValue> messages = new ArrayList<>();
        boolean shaken = false;
        while (!shaken || messages.size() < count) {
            Incoming.Message frame = (Incoming.Message) socket.next(PATIENCE).orElseThrow();
            assertThat(frame.binary()).isTrue();
            byte[] rest =
                    shaken ? frame.bytes() : Arrays.copyOfRange(frame.bytes(), HANDSHAKE_BYTES, frame.bytes().length);
            shaken = true;
            messages(rest).forEach(messages::add);
        }
        return messages;
    }

    private static void assertSame(JsonValue expected, JsonValue actual) {
        int cut = expected.toString().indexOf(ITS_OWN_LIBRARY);
        if (cut >= 0) {
            assertThat(actual.toString()).startsWith(expected.toString().substring(0, cut));
        } else {
            assertThat(actual).matches(value -> Meaning.same(expected, value), "means " + expected);
        }
    }
}
