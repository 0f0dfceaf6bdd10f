// SPDX-License-Identifier: Apache-2.0
package ee.signalr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.signalr.core.protocol.BinaryMessageFormat;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InboundBuffer;
import ee.signalr.core.protocol.MessageFormat;
import ee.signalr.core.protocol.TextMessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stream of bytes gives the same messages however it is chopped, and the same ones that were framed. An input is one byte for
 * the size of chunks, from 1 on, and then the stream.
 */
class FramingFuzzTest {

    private static final int MAXIMUM_SIZE = 1_024;

    @FuzzTest(maxDuration = "3m")
    void shouldCutTheSameBinaryMessagesHoweverChopped(byte[] input) {
        checkChopping(BinaryMessageFormat.INSTANCE, input);
    }

    @FuzzTest(maxDuration = "1m")
    void shouldCutTheSameTextMessagesHoweverChopped(byte[] input) {
        checkChopping(TextMessageFormat.INSTANCE, input);
    }

    @FuzzTest(maxDuration = "1m")
    void shouldCutWhatWasFramed(byte[] input) {
        List<byte[]> contents = chop(input);
        InboundBuffer buffer = new InboundBuffer();
        contents.forEach(content -> buffer.append(BinaryMessageFormat.INSTANCE.frame(content)));

        List<String> found = new ArrayList<>();
        while (buffer.next(BinaryMessageFormat.INSTANCE, MAXIMUM_SIZE)) {
            found.add(current(buffer));
        }

        assertThat(found).isEqualTo(contents.stream().map(Arrays::toString).toList());
        assertThat(buffer.hasPartial()).isFalse();
    }

    private static void checkChopping(MessageFormat format, byte[] input) {
        byte[] stream = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);

        assertThat(cut(format, chop(input))).isEqualTo(cut(format, List.of(stream)));
    }

    private static List<byte[]> chop(byte[] input) {
        List<byte[]> chunks = new ArrayList<>();
        for (int at = 1; at < input.length; ) {
            int end = Math.min(input.length, at + 1 + (input[0] & 0xFF));
            chunks.add(Arrays.copyOfRange(input, at, end));
            at = end;
        }
        return chunks;
    }

    /** The messages, and at the end what is left: nothing, a part, or why the stream is refused. */
    private static List<String> cut(MessageFormat format, List<byte[]> chunks) {
        InboundBuffer buffer = new InboundBuffer();
        List<String> found = new ArrayList<>();
        try {
            for (byte[] chunk : chunks) {
                buffer.append(chunk.clone());
                while (buffer.next(format, MAXIMUM_SIZE)) {
                    assertThat(buffer.size()).isLessThanOrEqualTo(MAXIMUM_SIZE);
                    found.add(current(buffer));
                }
            }
            found.add(buffer.hasPartial() ? "part" : "nothing");
        } catch (HubProtocolException refused) {
            found.add(refused.getMessage());
        }
        return found;
    }

    private static String current(InboundBuffer buffer) {
        return Arrays.toString(Arrays.copyOfRange(buffer.array(), buffer.contentStart(), buffer.contentEnd()));
    }
}
