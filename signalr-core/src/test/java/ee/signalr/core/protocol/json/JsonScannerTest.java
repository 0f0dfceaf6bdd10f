// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.scanner;
import static ee.signalr.core.protocol.json.TestJson.text;
import static ee.signalr.core.protocol.json.TestJson.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-0",
                "7",
                "-12",
                "1.5",
                "-0.25",
                "1e2",
                "1E+2",
                "1.0e-22",
                "123456789012345678901234567890",
                "\"\"",
                "\"a\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\uDE00\"",
                "\"\\ud83d\"",
                "\"\u00e4\u00df\u20ac\ud83d\ude00\u2028\"",
                "\"\u007f\"",
                "{}",
                "[]",
                "[ ]",
                "{ }",
                "[1,2,3]",
                "[[],[[]],{}]",
                "{\"a\":1}",
                "{\"a\":{\"b\":[{\"c\":null}]},\"d\":true}",
                "{\"\":0,\"\":0}",
                " \t\r\n[ 1 , { \"a\" : \"b\" } ]"
            })
    void shouldAcceptJson(String json) {
        JsonScanner scanner = scanner(json);

        scanner.skip();

        assertThat(scanner.peek()).isEqualTo(JsonLexer.END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nulL",
                "True",
                "tru",
                "falsy",
                "NaN",
                "Infinity",
                "-",
                "-a",
                "+1",
                ".5",
                "1.",
                "1.e1",
                "1e",
                "1e+",
                "1.5e-",
                "\"",
                "\"a",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u\"",
                "\"\\u12\"",
                "\"\\u12G4\"",
                "\"\\u123",
                "\"\\",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\u0000\"",
                "\"\u001f\"",
                "'a'",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "[01]",
                "[1,,2]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\" 1}",
                "{\"a\":1]",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{1:1}",
                "{\"a\":}",
                "{\"a\":1;}",
                "/**/1",
                "[1/*c*/]",
                "[1]//",
                "\ufeff1"
            })
    void shouldRefuseWhatIsNotJson(String json) {
        JsonScanner scanner = scanner(json);

        assertThatThrownBy(() -> {
                    scanner.skip();
                    requireEnd(scanner);
                })
                .isInstanceOf(JsonSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void shouldAcceptDepthOf64AndRefuse65(String open) {
        String close = open.startsWith("[") ? "]" : "}";
        String inside = open.startsWith("[") ? "" : "0";

        assertThatCode(() ->
                        scanner(open.repeat(64) + inside + close.repeat(64)).skip())
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        scanner(open.repeat(65) + inside + close.repeat(65)).skip())
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void shouldCountContainersThatAreOpenOutside() {
        JsonScanner scanner = scanner("[" + "[".repeat(64) + "]".repeat(64) + "]");
        scanner.startArray();
        scanner.nextElement();

        assertThatThrownBy(scanner::skip).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void shouldPassOverManyContainersSideBySide() {
        JsonScanner scanner = scanner("[" + "[{\"a\":[]}],".repeat(1000) + "0]");

        scanner.skip();

        assertThat(scanner.peek()).isEqualTo(JsonLexer.END);
    }

    @Test
    void shouldNotOverflowStackOnHostileDepth() {
        assertThatThrownBy(() -> scanner("[".repeat(1_000_000)).skip()).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void shouldVisitMembersAndElements() {
        JsonScanner scanner = scanner("{ \"a\" : [ 1 , \"x\" , [ ] ] , \"b\" : { } , \"c\":null}");
        List<String> seen = new ArrayList<>();
        scanner.startObject();
        while (scanner.nextMember()) {
            seen.add(scanner.text());
            if (scanner.token() == JsonToken.ARRAY) {
                scanner.startArray();
                while (scanner.nextElement()) {
                    seen.add(text(scanner.raw()));
                }
            } else {
                seen.add(text(scanner.raw()));
            }
        }

        assertThat(seen).containsExactly("a", "1", "\"x\"", "[ ]", "b", "{ }", "c", "null");
        assertThat(scanner.peek()).isEqualTo(JsonLexer.END);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"{},OBJECT", "[],ARRAY", "\"\",STRING", "-1,NUMBER", "0,NUMBER", "9,NUMBER", "true,TRUE"})
    void shouldTellValuesByTheirStart(String json, JsonToken token) {
        assertThat(scanner("  " + json).token()).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "-12,true", "1.0,false", "1e2,false", "1E2,false"})
    void shouldTellIntegersFromOtherNumbers(String json, boolean integral) {
        JsonScanner scanner = scanner(json);
        scanner.number();

        assertThat(scanner.isIntegral()).isEqualTo(integral);
        assertThat(scanner.tokenText()).isEqualTo(json);
        assertThat(scanner.tokenLength()).isEqualTo(json.length());
    }

    @Test
    void shouldCompareTokensByContent() {
        JsonScanner scanner = scanner("\"t\\u0079pe\"");
        scanner.string();

        assertThat(scanner.isEscaped()).isTrue();
        assertThat(scanner.tokenIs(utf8("type"))).isTrue();
        assertThat(scanner.tokenIs(utf8("typ"))).isFalse();
        JsonScanner plain = scanner("\"type\"");
        plain.string();
        assertThat(plain.isEscaped()).isFalse();
        assertThat(plain.tokenIs(utf8("type"))).isTrue();
        assertThat(plain.tokenIs(utf8("types"))).isFalse();
        assertThat(plain.tokenIs(utf8("typ"))).isFalse();
        assertThat(plain.tokenIs(utf8("typo"))).isFalse();
    }

    @Test
    void shouldTellWhereJsonEnds() {
        assertThatThrownBy(() -> scanner("  x").token())
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessage("'x' is an invalid start of a value.")
                .extracting(failure -> ((JsonSyntaxException) failure).position())
                .isEqualTo(5);
        assertThatThrownBy(() -> scanner("\u0007").token()).hasMessage("'0x07' is an invalid start of a value.");
        assertThatThrownBy(() -> scanner("").token()).hasMessage("The JSON text ends where a value is expected.");
    }

    @Test
    void shouldRefuseByteThatIsNoCharacterAtAll() {
        JsonScanner scanner = new JsonScanner(new byte[] {(byte) 0xFF}, 0, 1);

        assertThatThrownBy(scanner::token).hasMessage("'0xFF' is an invalid start of a value.");
    }

    @Test
    void shouldNotSkipContainersAsScalars() {
        JsonScanner scanner = scanner("[]");

        assertThatThrownBy(() -> scanner.skipScalar(JsonToken.ARRAY)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void requireEnd(JsonScanner scanner) {
        if (scanner.peek() != JsonLexer.END) {
            throw new JsonSyntaxException("more follows", 0);
        }
    }
}
