// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryMessageFormatTest {

    private static final BinaryMessageFormat FORMAT = BinaryMessageFormat.INSTANCE;

    @Test
    void shouldReadPing() {
        byte[] bytes = bytes("029106");

        assertThat(FORMAT.endOfMessage(bytes, 0, 0, 3)).isEqualTo(3);
        assertThat(FORMAT.contentStart(bytes, 0)).isEqualTo(1);
        assertThat(FORMAT.contentEnd(bytes, 3)).isEqualTo(3);
    }

    @Test
    void shouldReadMessageInTheMiddle() {
        byte[] bytes = bytes("029106029106ff");

        assertThat(FORMAT.endOfMessage(bytes, 3, 3, 7)).isEqualTo(6);
        assertThat(FORMAT.contentStart(bytes, 3)).isEqualTo(4);
    }

    @Test
    void shouldReadEmptyMessage() {
        assertThat(FORMAT.endOfMessage(bytes("00"), 0, 0, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "127,1", "128,2", "16383,2", "16384,3", "2097151,3", "2097152,4"})
    void shouldWriteShortestPrefix(int length, int prefix) {
        byte[] framed = FORMAT.frame(new byte[length]);

        assertThat(framed).hasSize(prefix + length);
        assertThat(FORMAT.contentStart(framed, 0)).isEqualTo(prefix);
        assertThat(FORMAT.endOfMessage(framed, 0, 0, framed.length)).isEqualTo(framed.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02", "0291", "80", "8080", "80808080", "ff01", "ffffffff07", "ffffffff0791"})
    void shouldWaitForMore(String hex) {
        byte[] bytes = bytes(hex);

        assertThat(FORMAT.endOfMessage(bytes, 0, 0, bytes.length)).isEqualTo(MessageFormat.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffff", "8080808080", "ffffffffff7f", "ffffffff0f", "8080808008", "808080807f"})
    void shouldRefuseMoreThanTwoGigabytes(String hex) {
        byte[] bytes = bytes(hex);

        assertThatThrownBy(() -> FORMAT.endOfMessage(bytes, 0, 0, bytes.length))
                .isInstanceOf(HubProtocolException.class)
                .hasMessage("Messages over 2GB in size are not supported.");
    }

    @Test
    void shouldReadPrefixThatIsLongerThanNeeded() {
        byte[] bytes = bytes("828080009106");

        assertThat(FORMAT.endOfMessage(bytes, 0, 0, bytes.length)).isEqualTo(6);
        assertThat(FORMAT.contentStart(bytes, 0)).isEqualTo(4);
    }

    @Property(tries = 200)
    void shouldGiveBackWhatWasFramed(@ForAll byte[] content, @ForAll @IntRange(max = 10) int before) {
        byte[] framed = FORMAT.frame(content);
        byte[] bytes = new byte[before + framed.length + 3];
        System.arraycopy(framed, 0, bytes, before, framed.length);

        int end = FORMAT.endOfMessage(bytes, before, before, bytes.length);

        assertThat(end).isEqualTo(before + framed.length);
        assertThat(Arrays.copyOfRange(bytes, FORMAT.contentStart(bytes, before), FORMAT.contentEnd(bytes, end)))
                .isEqualTo(content);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
