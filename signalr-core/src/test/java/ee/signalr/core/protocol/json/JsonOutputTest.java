// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutputTest {

    @ParameterizedTest
    @MethodSource
    void shouldWriteStrings(String text, String expected) {
        for (int capacity : new int[] {0, 1, text.length() + 2, 1000}) {
            assertThat(written(capacity, out -> out.text(text))).isEqualTo(expected);
        }
    }

    static Stream<Arguments> shouldWriteStrings() {
        return Stream.of(
                Arguments.of("", "\"\""),
                Arguments.of("plain", "\"plain\""),
                Arguments.of("\"\\", "\"\\\"\\\\\""),
                Arguments.of("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""),
                Arguments.of("\u0000\u0001\u001e\u001f", "\"\\u0000\\u0001\\u001e\\u001f\""),
                Arguments.of("</script>&'+`\u007f", "\"</script>&'+`\u007f\""),
                Arguments.of("\u00e4\u07ff\u0800\uffff", "\"\u00e4\u07ff\u0800\uffff\""),
                Arguments.of("\u2028\u2029", "\"\u2028\u2029\""),
                Arguments.of("a\ud83d\ude00b", "\"a\ud83d\ude00b\""),
                Arguments.of("\ud83d", "\"\ufffd\""),
                Arguments.of("a\ude00b", "\"a\ufffdb\""),
                Arguments.of("\ude00\ud83d", "\"\ufffd\ufffd\""),
                Arguments.of("\ud83d\ud83d\ude00", "\"\ufffd\ud83d\ude00\""),
                Arguments.of("a\nb\nc", "\"a\\nb\\nc\""),
                Arguments.of("\u20ac".repeat(100), "\"" + "\u20ac".repeat(100) + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                9,
                10,
                -10,
                99,
                100,
                12345,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void shouldWriteIntegers(long value) {
        assertThat(written(0, out -> out.number(value))).isEqualTo(Long.toString(value));
    }

    @Property
    void shouldWriteAnyInteger(@ForAll long value) {
        assertThat(written(0, out -> out.number(value))).isEqualTo(Long.toString(value));
        assertThat(JsonOutput.digits(value))
                .isEqualTo(Long.toString(value).replace("-", "").length());
    }

    @Property
    void shouldWriteAnyTextSoThatItIsReadAgain(@ForAll String text, @ForAll @IntRange(max = 50) int capacity) {
        byte[] bytes = bytes(capacity, out -> out.text(text));
        JsonScanner scanner = new JsonScanner(bytes, 0, bytes.length);
        scanner.string();

        assertThat(scanner.text()).isEqualTo(paired(text));
    }

    @Test
    void shouldWriteJsonAsItIs() {
        String json = "{\"a\":\"\u00e4\\n\ud83d\ude00\"}" + " ".repeat(50);

        assertThat(written(0, out -> out.json(json))).isEqualTo(json);
        assertThat(written(0, out -> out.json("\"\ud83d\""))).isEqualTo("\"\ufffd\"");
    }

    @Test
    void shouldWriteBytesAndAscii() {
        byte[] source = {'a', 'b', 'c'};

        assertThat(written(0, out -> {
                    out.ascii('x');
                    out.ascii("yz");
                    out.bytes(source);
                    out.bytes(source, 1, 2);
                }))
                .isEqualTo("xyzabcb");
    }

    @Test
    void shouldHandOutArrayThatFits() {
        assertThat(bytes(5, out -> out.text("abc"))).hasSize(5);
        assertThat(bytes(6, out -> out.text("abc"))).hasSize(5);
        assertThat(bytes(0, out -> {})).isEmpty();
    }

    @Test
    void shouldRefuseDepthBeyond64() {
        JsonOutput out = new JsonOutput(0);
        for (int depth = 0; depth < 64; depth++) {
            out.open('[');
        }

        assertThatThrownBy(() -> out.open('[')).isInstanceOf(IllegalStateException.class);
        out.close(']');
        out.open('{');
    }

    private static String paired(String text) {
        StringBuilder paired = new StringBuilder();
        text.codePoints()
                .forEach(codePoint -> paired.appendCodePoint(
                        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                                ? 0xFFFD
                                : codePoint));
        return paired.toString();
    }

    private static String written(int capacity, Consumer<JsonOutput> action) {
        return new String(bytes(capacity, action), UTF_8);
    }

    private static byte[] bytes(int capacity, Consumer<JsonOutput> action) {
        JsonOutput out = new JsonOutput(capacity);
        action.accept(out);
        return out.toByteArray();
    }
}
