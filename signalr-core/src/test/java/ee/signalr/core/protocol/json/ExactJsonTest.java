// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactJsonTest {

    private final JsonProvider provider = new ExactJsonProvider(JsonProvider.provider());

    @Test
    void shouldGiveIntegersThatFit() {
        assertThat(at("2147483647").getInt()).isEqualTo(Integer.MAX_VALUE);
        assertThat(at("-2147483648").getInt()).isEqualTo(Integer.MIN_VALUE);
        assertThat(at("9223372036854775807").getLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(at("-9223372036854775808").getLong()).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "4294967297", "1.5", "1.0", "1e2", "0.0"})
    void shouldRefuseWhatDoesNotFitInt(String json) {
        JsonParser parser = at(json);

        assertThatThrownBy(parser::getInt).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1.5", "1.0", "1e2"})
    void shouldRefuseWhatDoesNotFitLong(String json) {
        JsonParser parser = at(json);

        assertThatThrownBy(parser::getLong).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldLeaveOtherReadingToTheParser() {
        JsonParser parser = provider.createParser(new StringReader("{\"a\":[1.50,{\"b\":true}],\"c\":\"d\"}"));

        assertThat(parser.hasNext()).isTrue();
        assertThat(parser.next()).isEqualTo(Event.START_OBJECT);
        assertThat(parser.currentEvent()).isEqualTo(Event.START_OBJECT);
        assertThat(parser.next()).isEqualTo(Event.KEY_NAME);
        assertThat(parser.getString()).isEqualTo("a");
        assertThat(parser.next()).isEqualTo(Event.START_ARRAY);
        assertThat(parser.next()).isEqualTo(Event.VALUE_NUMBER);
        assertThat(parser.isIntegralNumber()).isFalse();
        assertThat(parser.getBigDecimal()).isEqualTo(new BigDecimal("1.50"));
        assertThat(parser.next()).isEqualTo(Event.START_OBJECT);
        parser.skipObject();
        assertThat(parser.next()).isEqualTo(Event.END_ARRAY);
        assertThat(parser.next()).isEqualTo(Event.KEY_NAME);
        assertThat(parser.next()).isEqualTo(Event.VALUE_STRING);
        assertThat(parser.getValue()).isEqualTo(Json.createValue("d"));
        assertThat(parser.getLocation().getStreamOffset()).isPositive();
        parser.close();
    }

    @Test
    void shouldLeaveReadingOfStructuresToTheParser() {
        assertThat(at("{\"a\":1}").getObject())
                .isEqualTo(Json.createObjectBuilder(Map.of("a", 1)).build());
        assertThat(at("[1,2]").getArray()).hasSize(2);
        assertThat(at("[1,2]").getArrayStream()).hasSize(2);
        assertThat(at("{\"a\":1}").getObjectStream()).hasSize(1);
        assertThat(provider.createParser(new StringReader("[1] ")).getValueStream())
                .hasSize(1);
        JsonParser parser = at("[1,[2],3]");
        parser.skipArray();
        assertThat(parser.hasNext()).isFalse();
    }

    @Test
    void shouldReadStreamsExactlyToo() {
        JsonParser parser = provider.createParser(new ByteArrayInputStream("1.5".getBytes(StandardCharsets.UTF_8)));
        parser.next();

        assertThatThrownBy(parser::getInt).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shouldOverrideEveryMethod(Method method) throws Exception {
        Method own = ExactJsonProvider.class.getMethod(method.getName(), method.getParameterTypes());

        assertThat(own.getDeclaringClass()).isEqualTo(ExactJsonProvider.class);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void shouldLeaveEverythingElseToTheProvider(Method method) throws Exception {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(ExactJsonTest::sample)
                .toArray();

        Object made = method.invoke(provider, arguments);

        assertThat(made).isInstanceOf(method.getReturnType());
    }

    static Stream<Method> methods() {
        return Arrays.stream(JsonProvider.class.getMethods())
                .filter(method -> method.getDeclaringClass() == JsonProvider.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    private static Object sample(Class<?> type) {
        return Stream.<Object>of(
                        1,
                        2L,
                        3.5,
                        new BigDecimal("4.5"),
                        BigInteger.TEN,
                        "/a",
                        List.of("x"),
                        Map.of(),
                        new StringReader("[]"),
                        new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8)),
                        new StringWriter(),
                        new ByteArrayOutputStream(),
                        JsonValue.EMPTY_JSON_OBJECT,
                        JsonValue.EMPTY_JSON_ARRAY)
                .filter(candidate -> boxed(type).isInstance(candidate))
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> boxed(Class<?> type) {
        return type == int.class
                ? Integer.class
                : type == long.class ? Long.class : type == double.class ? Double.class : type;
    }

    private JsonParser at(String json) {
        JsonParser parser = provider.createParser(new StringReader(json));
        parser.next();
        return parser;
    }
}
