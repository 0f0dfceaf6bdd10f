// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextMessageFormatTest {

    private static final TextMessageFormat FORMAT = TextMessageFormat.INSTANCE;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 6, 7, 8, 9, 15, 16, 17, 31, 100})
    void shouldFindSeparatorWhereverItIs(int length) {
        byte[] bytes = ("x".repeat(length) + "\u001e" + "y".repeat(20)).getBytes(UTF_8);

        assertThat(FORMAT.endOfMessage(bytes, 0, 0, bytes.length)).isEqualTo(length + 1);
    }

    @Test
    void shouldFindFirstOfSeveralSeparators() {
        byte[] bytes = "ab\u001e\u001ecd\u001e".getBytes(UTF_8);

        assertThat(FORMAT.endOfMessage(bytes, 0, 0, bytes.length)).isEqualTo(3);
        assertThat(FORMAT.endOfMessage(bytes, 3, 3, bytes.length)).isEqualTo(4);
        assertThat(FORMAT.endOfMessage(bytes, 4, 4, bytes.length)).isEqualTo(7);
    }

    @Test
    void shouldNotLookBeyondEnd() {
        byte[] bytes = "0123456789\u001e".getBytes(UTF_8);

        assertThat(FORMAT.endOfMessage(bytes, 0, 0, bytes.length - 1)).isEqualTo(MessageFormat.INCOMPLETE);
    }

    @Test
    void shouldNotLookBeforeWhatHasBeenSearched() {
        byte[] bytes = "\u001e0123456789".getBytes(UTF_8);

        assertThat(FORMAT.endOfMessage(bytes, 0, 1, bytes.length)).isEqualTo(MessageFormat.INCOMPLETE);
    }

    @Test
    void shouldTakeContentWithoutSeparator() {
        byte[] bytes = "ab\u001ecd\u001e".getBytes(UTF_8);

        assertThat(FORMAT.contentStart(bytes, 3)).isEqualTo(3);
        assertThat(FORMAT.contentEnd(bytes, 6)).isEqualTo(5);
    }

    @Property
    void shouldFindWhatOneByteAtATimeFinds(@ForAll byte[] bytes, @ForAll @IntRange(max = 20) int start) {
        int from = Math.min(start, bytes.length);
        int expected = MessageFormat.INCOMPLETE;
        for (int at = bytes.length - 1; at >= from; at--) {
            expected = bytes[at] == TextMessageFormat.RECORD_SEPARATOR ? at + 1 : expected;
        }

        assertThat(FORMAT.endOfMessage(bytes, from, from, bytes.length)).isEqualTo(expected);
    }

    @Property
    void shouldNotTakeSimilarBytesForSeparator(
            @ForAll @IntRange(min = -128, max = 127) int filler, @ForAll @IntRange(max = 15) int length) {
        byte[] bytes = new byte[length + 9];
        Arrays.fill(bytes, (byte) (filler == TextMessageFormat.RECORD_SEPARATOR ? 0 : filler));
        bytes[length] = TextMessageFormat.RECORD_SEPARATOR;

        assertThat(FORMAT.endOfMessage(bytes, 0, 0, bytes.length)).isEqualTo(length + 1);
    }
}
