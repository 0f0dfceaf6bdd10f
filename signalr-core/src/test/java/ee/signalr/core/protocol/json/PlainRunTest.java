// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRunTest {

    @ParameterizedTest
    @ValueSource(chars = {'"', '\\', '\u0000', '\u001e', '\u001f', '\n', '\u00e4'})
    void shouldStopAtWhatNeedsAttention(char unusual) {
        for (int before = 0; before < 20; before++) {
            byte[] bytes = utf8("~".repeat(before) + unusual + " ".repeat(10));

            assertThat(PlainRun.end(bytes, 0, bytes.length)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {' ', '!', '#', '[', ']', '~', '\u007f', 'a'})
    void shouldPassOverPlainCharacters(char plain) {
        for (int length = 0; length < 20; length++) {
            byte[] bytes = utf8(String.valueOf(plain).repeat(length));

            assertThat(PlainRun.end(bytes, 0, bytes.length)).isEqualTo(length);
        }
    }

    @Property
    void shouldFindWhatOneByteAtATimeFinds(@ForAll byte[] bytes, @ForAll @IntRange(max = 20) int start) {
        int from = Math.min(start, bytes.length);
        int expected = from;
        while (expected < bytes.length && bytes[expected] >= ' ' && bytes[expected] != '"' && bytes[expected] != '\\') {
            expected++;
        }

        assertThat(PlainRun.end(bytes, from, bytes.length)).isEqualTo(expected);
    }

    @Property
    void shouldNotBeMisledByNeighbours(
            @ForAll @IntRange(min = -128, max = 127) int first, @ForAll @IntRange(min = -128, max = 127) int second) {
        byte[] bytes = utf8("aaaaaaaaaaaaaaaa");
        bytes[3] = (byte) first;
        bytes[4] = (byte) second;
        int expected = isPlain(first) ? isPlain(second) ? 16 : 4 : 3;

        assertThat(PlainRun.end(bytes, 0, bytes.length)).isEqualTo(expected);
    }

    private static boolean isPlain(int next) {
        return next >= ' ' && next != '"' && next != '\\';
    }
}
