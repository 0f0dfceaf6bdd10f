// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Compares the scanner with a JSON parser that others have written: both must accept and refuse the same texts. */
class JsonDifferentialTest {

    private static final String ALPHABET = "{}[]:,\"\\/ \n\t0123456789-+.eEtrufalsn'xu\u0001\u001f*";

    @Property(tries = 300)
    void shouldAcceptWhatAnotherParserAccepts(@ForAll("documents") String json) {
        assertThat(accepts(json)).isTrue();
        assertThat(otherAccepts(json)).isTrue();
    }

    @Property(tries = 500)
    void shouldJudgeLikeAnotherParserWhenOneCharacterIsReplaced(
            @ForAll("documents") String json,
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll("characters") char by) {
        int at = position % json.length();

        assertSameJudgement(json.substring(0, at) + by + json.substring(at + 1));
    }

    @Property(tries = 500)
    void shouldJudgeLikeAnotherParserWhenOneCharacterIsInserted(
            @ForAll("documents") String json,
            @ForAll @IntRange(max = 10_000) int position,
            @ForAll("characters") char by) {
        int at = position % (json.length() + 1);

        assertSameJudgement(json.substring(0, at) + by + json.substring(at));
    }

    @Property(tries = 500)
    void shouldJudgeLikeAnotherParserWhenTextIsCut(
            @ForAll("documents") String json, @ForAll @IntRange(max = 10_000) int position) {
        assertSameJudgement(json.substring(0, position % json.length()));
    }

    @Property(tries = 500)
    void shouldJudgeAnyRowOfCharactersLikeAnotherParser(@ForAll("noise") String json) {
        assertSameJudgement(json);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.of(ALPHABET.chars().mapToObj(next -> (char) next).toList());
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().withChars(ALPHABET).ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> scalars = Arbitraries.of(
                "null",
                "true",
                "false",
                "0",
                "-0",
                "12",
                "-3.5",
                "1e2",
                "2.5E-3",
                "\"\"",
                "\"a b\"",
                "\"\\n\\\"\\u00e4\"",
                "\"\u00e4\ud83d\ude00\"");
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(JsonDifferentialTest::array),
                        Arbitraries.maps(Arbitraries.of("a", "b", "\\t", "\u20ac"), inner)
                                .ofMaxSize(3)
                                .map(JsonDifferentialTest::object)),
                1,
                3);
    }

    private static String array(List<String> elements) {
        return "[" + String.join(" , ", elements) + "]";
    }

    private static String object(Map<String, String> members) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        members.forEach((name, value) -> json.add("\"" + name + "\" :" + value));
        return json.toString();
    }

    private static void assertSameJudgement(String json) {
        assertThat(accepts(json)).as(json).isEqualTo(otherAccepts(json));
    }

    /** Whether the text, put into an array, begins with a whole array; what follows that is no concern of either parser. */
    private static boolean accepts(String json) {
        byte[] bytes = utf8("[" + json + "]");
        try {
            new JsonScanner(bytes, 0, bytes.length).skip();
            return true;
        } catch (JsonSyntaxException malformed) {
            return false;
        }
    }

    private static boolean otherAccepts(String json) {
        try (JsonParser parser = Json.createParser(new StringReader("[" + json + "]"))) {
            int depth = 0;
            do {
                Event event = parser.next();
                depth += event == Event.START_ARRAY || event == Event.START_OBJECT ? 1 : 0;
                depth -= event == Event.END_ARRAY || event == Event.END_OBJECT ? 1 : 0;
            } while (depth > 0);
            return true;
        } catch (JsonException | NoSuchElementException malformed) {
            return false;
        }
    }
}
