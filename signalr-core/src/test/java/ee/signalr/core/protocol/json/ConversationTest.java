// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.protocolWithoutJsonb;
import static ee.signalr.core.protocol.json.TestJson.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InboundBuffer;
import ee.signalr.core.protocol.TextMessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Framing, handshake and protocol together: what a client says is understood alike, however it is chopped on the way. */
class ConversationTest {

    private static final long MAXIMUM = 32_768;
    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}\u001e";

    private static final List<String> MESSAGES = List.of(
            "{\"type\":6}",
            "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Echo\",\"arguments\":[\"\u00e4\u20ac\ud83d\ude00\",{\"a\":[1]}]}",
            "{\"arguments\":[],\"target\":\"Last\",\"headers\":{\"a\":\"b\"},\"type\":1}",
            "{\"type\":2,\"invocationId\":\"s\",\"item\":{\"x\":[null,true,1.5e3]}}",
            "{\"type\":3,\"invocationId\":\"s\"}",
            "{\"type\":3,\"invocationId\":\"s\",\"error\":\"no\"}",
            "{\"type\":4,\"invocationId\":\"2\",\"target\":\"Stream\",\"arguments\":[3],\"streamIds\":[\"u\"]}",
            "{\"type\":5,\"invocationId\":\"2\"}",
            "{\"type\":77,\"future\":{}}",
            "{\"type\":8,\"sequenceId\":12}",
            "{\"type\":7,\"error\":\"bye\",\"allowReconnect\":true}");

    @Property(tries = 200)
    void shouldUnderstandAnyChoppingAlike(
            @ForAll("conversations") List<String> messages, @ForAll("cuts") List<Integer> cuts) {
        byte[] stream = utf8(HANDSHAKE + String.join("\u001e", messages) + "\u001e");
        List<String> expected = new ArrayList<>(List.of("json 1"));
        messages.forEach(message -> expected.add(described(parse(message))));

        assertThat(understood(chopped(stream, cuts))).isEqualTo(expected);
        assertThat(understood(List.of(stream))).isEqualTo(expected);
    }

    @Test
    void shouldUnderstandByteAfterByte() {
        byte[] stream = utf8(HANDSHAKE + String.join("\u001e", MESSAGES) + "\u001e");

        assertThat(understood(chopped(stream, List.of(1)))).hasSize(MESSAGES.size() + 1);
    }

    @Property(tries = 200)
    void shouldFailAtTheSameMessageHoweverChopped(
            @ForAll("conversations") List<String> messages,
            @ForAll("broken") String broken,
            @ForAll("cuts") List<Integer> cuts) {
        String before = HANDSHAKE + String.join("\u001e", messages) + "\u001e";
        byte[] stream = utf8(before + broken + "\u001e{\"type\":6}\u001e");

        List<String> seen = understood(chopped(stream, cuts));

        assertThat(seen).hasSize(messages.size() + 2);
        assertThat(seen).isEqualTo(understood(List.of(stream)));
        assertThat(seen.get(seen.size() - 1)).startsWith("InvalidDataException: ");
    }

    @Provide
    Arbitrary<List<String>> conversations() {
        return Arbitraries.of(MESSAGES).list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> broken() {
        return Arbitraries.of(
                "",
                "{}",
                "[]",
                "{\"type\":1}",
                "{\"type\":6,}",
                "{\"type\":1,\"target\":null}",
                "{\"type\":2,\"item\":1}",
                "\u0000");
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 120).list().ofMinSize(1).ofMaxSize(20);
    }

    private static List<byte[]> chopped(byte[] stream, List<Integer> cuts) {
        List<byte[]> chunks = new ArrayList<>();
        int from = 0;
        for (int at = 0; from < stream.length; at++) {
            int to = Math.min(stream.length, from + cuts.get(at % cuts.size()));
            chunks.add(Arrays.copyOfRange(stream, from, to));
            from = to;
        }
        return chunks;
    }

    /** What the server makes of the chunks: a line for each message, the last one telling what ended the connection. */
    private static List<String> understood(List<byte[]> chunks) {
        InboundBuffer buffer = new InboundBuffer();
        List<HubMessage> messages = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try {
            for (byte[] chunk : chunks) {
                buffer.append(chunk);
                while (buffer.next(TextMessageFormat.INSTANCE, MAXIMUM)) {
                    understand(buffer, messages, seen);
                }
            }
        } catch (HubProtocolException failure) {
            describeAll(messages, seen);
            seen.add(failure.referenceName() + ": " + failure.getMessage());
            return seen;
        }
        describeAll(messages, seen);
        assertThat(buffer.hasPartial()).isFalse();
        return seen;
    }

    private static void understand(InboundBuffer buffer, List<HubMessage> messages, List<String> seen) {
        if (seen.isEmpty()) {
            var request = HandshakeProtocol.parse(buffer.array(), buffer.contentStart(), buffer.contentEnd());
            seen.add(request.protocol() + " " + request.version());
        } else {
            messages.add(protocolWithoutJsonb().parse(buffer.array(), buffer.contentStart(), buffer.contentEnd()));
        }
    }

    /** Described only now, when everything has arrived: values must still be what they were. */
    private static void describeAll(List<HubMessage> messages, List<String> seen) {
        messages.forEach(message -> seen.add(described(message)));
    }

    private static HubMessage parse(String json) {
        byte[] bytes = utf8(json);
        return protocolWithoutJsonb().parse(bytes, 0, bytes.length);
    }

    private static String described(HubMessage message) {
        if (message == null) {
            return "unknown";
        }
        return TestJson.write(protocolWithoutJsonb(), message);
    }
}
