// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with the platform's parser, which reads the same text. */
class RawJsonParserTest {

    private static final List<String> TEXTS = List.of(
            "{}",
            "[ ]",
            "\"x\"",
            "-0",
            "null",
            " { \"a\" : [ 1 , {\"b\":[]}, [[]], {} ] , \"c\" : {\"d\":true,\"e\":false,\"f\":null} } ",
            "{\"\\u00e4\\\"\":\"\u00e4\\n\\ud83d\\ude00\\ud800\",\"\":\"\",\"a\":\"\uD83D\uDE00\",\"a\":1}",
            "[0,-1,2147483647,2147483648,-2147483648,-2147483649,4294967297,1.0,1e0,1e2,-0.0,1.50,10e-1,0e5]",
            "[999999999999999999,-99999999999999999,9223372036854775807,9223372036854775808,-9223372036854775808]",
            "[" + "7".repeat(65) + "," + "7".repeat(1_101) + ",1." + "5".repeat(70) + "]");

    private static final Map<String, Function<JsonParser, Object>> QUESTIONS = Map.ofEntries(
            Map.entry("hasNext", JsonParser::hasNext),
            Map.entry("currentEvent", parser -> String.valueOf(parser.currentEvent())),
            Map.entry("getString", JsonParser::getString),
            Map.entry("isIntegralNumber", JsonParser::isIntegralNumber),
            Map.entry("getInt", JsonParser::getInt),
            Map.entry("getLong", JsonParser::getLong),
            Map.entry("getBigDecimal", JsonParser::getBigDecimal),
            Map.entry("getLocation", parser -> parser.getLocation().getStreamOffset()),
            Map.entry("getObject", JsonParser::getObject),
            Map.entry("getArray", JsonParser::getArray),
            Map.entry("getValue", JsonParser::getValue),
            Map.entry("getArrayStream", parser -> parser.getArrayStream().toList()),
            Map.entry("getObjectStream", parser -> parser.getObjectStream().toList()),
            Map.entry("getValueStream", parser -> parser.getValueStream().toList()),
            Map.entry("skipObject", parser -> done(parser, JsonParser::skipObject)),
            Map.entry("skipArray", parser -> done(parser, JsonParser::skipArray)),
            Map.entry("close", parser -> done(parser, JsonParser::close)));

    private final JsonProvider provider = new ExactJsonProvider(JsonProvider.provider());

    @ParameterizedTest
    @MethodSource("texts")
    void shouldAnswerEveryQuestionAtEveryEventAsThePlatformDoes(String text) {
        int events = goOn(platform(text)).size();
        for (int passed = 0; passed <= events; passed++) {
            for (String question : QUESTIONS.keySet()) {
                String at = question + " after " + passed + " events of " + text;
                assertThat(answers(own(text), passed, question))
                        .as(at)
                        .isEqualTo(answers(platform(text), passed, question));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldReadNothingButTheValue(String text) {
        JsonParser parser = own(text);

        assertThat(goOn(parser)).isEqualTo(goOn(platform(text)));
        assertThatThrownBy(parser::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void shouldMakeThePlatformsParserOnlyWhenItIsNeeded() {
        JsonParser parser = new RawJsonParser(raw("{\"a\":[1,2.5,\"x\"]}"), () -> {
            throw new AssertionError("not needed");
        });

        assertThat(goOn(parser)).hasSize(8);
        parser.close();
    }

    @Test
    void shouldReadOnExactlyAfterThePlatformsParserHasTakenOver() {
        JsonParser parser = own("[1,1.5]");
        parser.next();
        parser.getLocation();
        parser.next();

        assertThat(parser.getInt()).isEqualTo(1);
        parser.next();
        assertThatThrownBy(parser::getInt).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldComplainOfMoreThanOneValue() {
        JsonParser parser = own("[]1");
        parser.next();
        parser.next();

        assertThatThrownBy(parser::hasNext).isInstanceOf(JsonParsingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1", "{\"a\"}", "[1,]", "x", "{1:2}", ""})
    void shouldRefuseWhatIsNoJson(String text) {
        JsonParser parser = own(text);

        assertThatThrownBy(() -> goOn(parser)).isInstanceOf(JsonSyntaxException.class);
    }

    static List<String> texts() {
        return TEXTS;
    }

    private JsonParser own(String text) {
        JsonParser parser = provider.createParser(new RawReader(raw(text)));
        assertThat(parser).isInstanceOf(RawJsonParser.class);
        return parser;
    }

    private JsonParser platform(String text) {
        return provider.createParser(new StringReader(text));
    }

    /** The answer to a question after some events, and the events, with their texts, after that. */
    private static List<Object> answers(JsonParser parser, int passed, String question) {
        for (int event = 0; event < passed; event++) {
            parser.next();
        }
        Object answer = outcome(parser, QUESTIONS.get(question));
        return List.of(answer, question.equals("close") ? List.of() : outcome(parser, RawJsonParserTest::goOn));
    }

    private static Object outcome(JsonParser parser, Function<JsonParser, Object> question) {
        try {
            return question.apply(parser);
        } catch (RuntimeException failure) {
            return failure.getClass();
        }
    }

    private static List<String> goOn(JsonParser parser) {
        return Stream.iterate(parser, JsonParser::hasNext, same -> same)
                .map(JsonParser::next)
                .map(event -> event + described(parser, event))
                .toList();
    }

    private static String described(JsonParser parser, JsonParser.Event event) {
        return switch (event) {
            case KEY_NAME, VALUE_STRING, VALUE_NUMBER -> " " + parser.getString();
            default -> "";
        };
    }

    private static Object done(JsonParser parser, Consumer<JsonParser> action) {
        action.accept(parser);
        return "done";
    }
}
