// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    @Test
    void shouldPassOverEveryCharacter() {
        for (int codePoint = 0x80; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint == Character.MIN_SURROGATE) {
                codePoint = Character.MAX_SURROGATE + 1;
            }
            byte[] bytes = Character.toString(codePoint).getBytes(UTF_8);
            if (Utf8.next(bytes, 0, bytes.length) != bytes.length) {
                throw new AssertionError(Integer.toHexString(codePoint));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0af",
                "c1bf",
                "c2",
                "c220",
                "c2c0",
                "df",
                "e09fbf",
                "e080af",
                "e282",
                "eda080",
                "edbfbf",
                "efbf",
                "ef",
                "f08fbfbf",
                "f0808080",
                "f48fbf",
                "f4908080",
                "f5808080",
                "f8888080",
                "fe",
                "ff"
            })
    void shouldRefuseWhatIsNoCharacter(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> Utf8.next(bytes, 0, bytes.length)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void shouldNotReadBeyondEnd() {
        byte[] euro = "\u20ac".getBytes(UTF_8);

        assertThatThrownBy(() -> Utf8.next(euro, 0, 2)).isInstanceOf(JsonSyntaxException.class);
    }

    @Property(tries = 2000)
    void shouldJudgeLikeTheDecoderOfJava(@ForAll @Size(min = 1, max = 4) byte[] bytes) {
        bytes[0] |= (byte) 0x80;
        for (int at = 1; at < bytes.length; at++) {
            bytes[at] = at % 2 == 0 || bytes[at] > 0 ? bytes[at] : (byte) (bytes[at] & 0xBF);
        }

        assertThat(passes(bytes)).isEqualTo(isOneCharacter(bytes));
    }

    private static boolean passes(byte[] bytes) {
        try {
            return Utf8.next(bytes, 0, bytes.length) == bytes.length;
        } catch (JsonSyntaxException malformed) {
            return false;
        }
    }

    private static boolean isOneCharacter(byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            return text.codePointCount(0, text.length()) == 1;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
