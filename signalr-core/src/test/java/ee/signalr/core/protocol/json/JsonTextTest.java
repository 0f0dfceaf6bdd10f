// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.scanner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @MethodSource
    void shouldReadStrings(String json, String expected) {
        JsonScanner scanner = scanner(json);
        scanner.string();

        assertThat(scanner.text()).isEqualTo(expected);
    }

    static Stream<Arguments> shouldReadStrings() {
        return Stream.of(
                Arguments.of("\"\"", ""),
                Arguments.of("\"plain\"", "plain"),
                Arguments.of("\"\u00e4\u20ac\ud83d\ude00\"", "\u00e4\u20ac\ud83d\ude00"),
                Arguments.of("\"\\\"\\\\\\/\"", "\"\\/"),
                Arguments.of("\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t"),
                Arguments.of("\"\\u0041\\u00e4\\u20AC\"", "A\u00e4\u20ac"),
                Arguments.of("\"\\uD83D\\uDE00\"", "\ud83d\ude00"),
                Arguments.of("\"a\\n\u00e4\\n\ud83d\ude00\\nb\"", "a\n\u00e4\n\ud83d\ude00\nb"),
                Arguments.of("\"\\u0000\\u001e\"", "\u0000\u001e"),
                Arguments.of("\"\\\\u0041\"", "\\u0041"),
                Arguments.of("\"" + "x".repeat(1000) + "\\n\"", "x".repeat(1000) + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ude00\\ud83d\"",
                "\"\\ud83dx\"",
                "\"\\ud83d\\n\"",
                "\"\\ud83d\\ud83d\\ude00\"",
                "\"\\ud83d\ud83d\ude00\"",
                "\"\ud83d\ude00\\ude00\""
            })
    void shouldRefuseSurrogatesWithoutPair(String json) {
        JsonScanner scanner = scanner(json);
        scanner.string();

        assertThatThrownBy(scanner::text).isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u00e4", "\ud83d\ude00", "a\ud83d\ude00b"})
    void shouldTellPairedText(String text) {
        assertThat(JsonText.isPaired(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d", "\ud83d\ud83d\ude00"})
    void shouldTellUnpairedText(String text) {
        assertThat(JsonText.isPaired(text)).isFalse();
    }
}
