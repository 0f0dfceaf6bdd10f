// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundBufferTest {

    private static final long MAXIMUM = 32_768;

    private final InboundBuffer buffer = new InboundBuffer();

    @Test
    void shouldHaveNothingAtFirst() {
        assertThat(buffer.next(TextMessageFormat.INSTANCE, MAXIMUM)).isFalse();
        assertThat(buffer.hasPartial()).isFalse();
    }

    @Test
    void shouldHandOutMessagesOfOneChunkWithoutCopying() {
        byte[] chunk = utf8("one\u001etwo\u001e");
        buffer.append(chunk);

        assertThat(buffer.next(TextMessageFormat.INSTANCE, MAXIMUM)).isTrue();
        assertThat(buffer.array()).isSameAs(chunk);
        assertThat(content()).isEqualTo("one");
        assertThat(buffer.size()).isEqualTo(4);
        assertThat(buffer.hasPartial()).isTrue();
        assertThat(buffer.next(TextMessageFormat.INSTANCE, MAXIMUM)).isTrue();
        assertThat(buffer.array()).isSameAs(chunk);
        assertThat(content()).isEqualTo("two");
        assertThat(buffer.hasPartial()).isFalse();
        assertThat(buffer.next(TextMessageFormat.INSTANCE, MAXIMUM)).isFalse();
    }

    @Test
    void shouldLetGoOfChunkWhenAllIsHandedOut() {
        byte[] chunk = utf8("one\u001e");
        buffer.append(chunk);
        messages();

        assertThat(buffer.array()).isEmpty();
    }

    @Test
    void shouldJoinMessageThatCameInPieces() {
        buffer.append(utf8("on"));
        assertThat(messages()).isEmpty();
        assertThat(buffer.hasPartial()).isTrue();
        buffer.append(utf8("e\u001etwo\u001eth"));
        assertThat(messages()).containsExactly("one", "two");
        assertThat(buffer.hasPartial()).isTrue();
        buffer.append(utf8("ree\u001e"));
        assertThat(messages()).containsExactly("three");
        assertThat(buffer.hasPartial()).isFalse();
    }

    @Test
    void shouldKeepChunksUntilAskedForMessages() {
        buffer.append(utf8("one\u001et"));
        buffer.append(utf8("wo\u001e"));
        buffer.append(utf8("three\u001e"));

        assertThat(messages()).containsExactly("one", "two", "three");
    }

    @Test
    void shouldIgnoreEmptyChunks() {
        buffer.append(utf8(""));
        buffer.append(utf8("on"));
        buffer.append(utf8(""));
        buffer.append(utf8("e\u001e"));

        assertThat(messages()).containsExactly("one");
    }

    @Test
    void shouldHandOutEmptyMessages() {
        buffer.append(utf8("\u001e\u001e"));

        assertThat(messages()).containsExactly("", "");
    }

    @Test
    void shouldNeverWriteBytesThatWereHandedOut() {
        buffer.append(utf8("on"));
        buffer.append(utf8("e\u001et"));
        buffer.next(TextMessageFormat.INSTANCE, MAXIMUM);
        byte[] array = buffer.array();
        int start = buffer.contentStart();
        int end = buffer.contentEnd();

        for (int i = 0; i < 100; i++) {
            buffer.append(utf8("wo"));
            buffer.next(TextMessageFormat.INSTANCE, MAXIMUM);
        }

        assertThat(new String(array, start, end - start, UTF_8)).isEqualTo("one");
    }

    @Test
    void shouldChangeFormatBetweenMessages() {
        byte[] chunk = {'{', '}', 0x1E, 2, (byte) 0x91, 6};
        buffer.append(chunk);

        assertThat(buffer.next(TextMessageFormat.INSTANCE, MAXIMUM)).isTrue();
        assertThat(content()).isEqualTo("{}");
        assertThat(buffer.next(BinaryMessageFormat.INSTANCE, MAXIMUM)).isTrue();
        assertThat(buffer.contentStart()).isEqualTo(4);
        assertThat(buffer.contentEnd()).isEqualTo(6);
        assertThat(buffer.size()).isEqualTo(3);
    }

    @Test
    void shouldAcceptMessageOfExactlyTheMaximum() {
        buffer.append(utf8("x".repeat(32_767) + "\u001e"));

        assertThat(messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001e", "", "x", "\u001e{}\u001e"})
    void shouldRefuseMessageOverTheMaximumCompleteOrNot(String rest) {
        buffer.append(utf8("x".repeat(32_768) + rest));

        if (rest.isEmpty()) {
            assertThat(messages()).isEmpty();
            buffer.append(utf8("\u001e"));
        }
        assertThatThrownBy(this::messages)
                .isInstanceOf(HubProtocolException.class)
                .hasMessage("The maximum message size of 32768B was exceeded. "
                        + "The message size can be configured in AddHubOptions.")
                .extracting(failure -> ((HubProtocolException) failure).referenceName())
                .isEqualTo("InvalidDataException");
    }

    @Test
    void shouldLimitEachMessageNotTheirSum() {
        buffer.append(utf8(("y".repeat(20_000) + "\u001e").repeat(5)));

        assertThat(messages()).hasSize(5);
    }

    @Test
    void shouldHandOutMessagesBeforeTheOneThatIsTooLarge() {
        buffer.append(utf8("one\u001e" + "x".repeat(40_000)));

        assertThat(buffer.next(TextMessageFormat.INSTANCE, MAXIMUM)).isTrue();
        assertThatThrownBy(() -> buffer.next(TextMessageFormat.INSTANCE, MAXIMUM))
                .isInstanceOf(HubProtocolException.class);
    }

    @Test
    void shouldAcceptAnySizeWithoutMaximum() {
        buffer.append(utf8("x".repeat(1_000_000)));
        assertThat(buffer.next(TextMessageFormat.INSTANCE, Long.MAX_VALUE)).isFalse();
        buffer.append(utf8("\u001e"));
        assertThat(buffer.next(TextMessageFormat.INSTANCE, Long.MAX_VALUE)).isTrue();
        assertThat(buffer.size()).isEqualTo(1_000_001);
    }

    @Test
    void shouldLetGoOfLargeChunkOfWhichLittleWaits() {
        buffer.append(utf8("x".repeat(30_000) + "\u001ebegin"));

        assertThat(messages()).hasSize(1);
        assertThat(buffer.array().length).isEqualTo(5);
        buffer.append(utf8("ning\u001e"));
        assertThat(messages()).containsExactly("beginning");
    }

    @Test
    void shouldCostLittleMoreThanTheBytesWhenTheyTrickle() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int length = 200_000;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < length; i++) {
            buffer.append(new byte[] {'x'});
            assertThatNothingIsComplete();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        buffer.append(utf8("\u001e"));
        assertThat(buffer.next(TextMessageFormat.INSTANCE, Long.MAX_VALUE)).isTrue();
        assertThat(buffer.size()).isEqualTo(length + 1);
        assertThat(allocated).isLessThan(length * 40L);
    }

    @Test
    void shouldSearchEachByteOnce() {
        CountingFormat counting = new CountingFormat();
        for (int i = 0; i < 1000; i++) {
            buffer.append(utf8("xxx"));
            buffer.next(counting, MAXIMUM);
        }

        assertThat(counting.searched).isEqualTo(3000);
    }

    @Property(tries = 200)
    void shouldGiveSameMessagesHoweverChopped(@ForAll("texts") List<String> texts, @ForAll("cuts") List<Integer> cuts) {
        byte[] stream = utf8(String.join("\u001e", texts) + "\u001e");
        InboundBuffer chopped = new InboundBuffer();
        List<String> found = new ArrayList<>();
        int from = 0;
        for (int at = 0; from < stream.length; at++) {
            int to = Math.min(stream.length, from + cuts.get(at % cuts.size()));
            chopped.append(Arrays.copyOfRange(stream, from, to));
            from = to;
            if (cuts.get(at % cuts.size()) % 3 != 0) {
                drain(chopped, found);
            }
        }
        drain(chopped, found);

        assertThat(found).isEqualTo(texts);
        assertThat(chopped.hasPartial()).isFalse();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\u00e4', '\u20ac')
                .ofMaxLength(200)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 300).list().ofMinSize(1).ofMaxSize(30);
    }

    private void assertThatNothingIsComplete() {
        if (buffer.next(TextMessageFormat.INSTANCE, Long.MAX_VALUE)) {
            throw new AssertionError("no message is complete");
        }
    }

    private List<String> messages() {
        List<String> found = new ArrayList<>();
        drain(buffer, found);
        return found;
    }

    private static void drain(InboundBuffer buffer, List<String> found) {
        while (buffer.next(TextMessageFormat.INSTANCE, MAXIMUM)) {
            found.add(content(buffer));
        }
    }

    private String content() {
        return content(buffer);
    }

    private static String content(InboundBuffer buffer) {
        return new String(buffer.array(), buffer.contentStart(), buffer.contentEnd() - buffer.contentStart(), UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static final class CountingFormat implements MessageFormat {

        private int searched;

        @Override
        public int endOfMessage(byte[] bytes, int start, int from, int end) {
            searched += end - from;
            return TextMessageFormat.INSTANCE.endOfMessage(bytes, start, from, end);
        }

        @Override
        public int contentStart(byte[] bytes, int start) {
            return start;
        }

        @Override
        public int contentEnd(byte[] bytes, int endOfMessage) {
            return endOfMessage - 1;
        }
    }
}
