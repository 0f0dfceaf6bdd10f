// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.protocol;
import static ee.signalr.core.protocol.json.TestJson.protocolWithoutJsonb;
import static ee.signalr.core.protocol.json.TestJson.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.HubEncodingException;
import ee.signalr.core.protocol.CompletionMessage;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueWriterTest {

    @ParameterizedTest
    @MethodSource
    void shouldWriteByItself(Object value, String expected) {
        assertThat(written(protocolWithoutJsonb(), value)).isEqualTo(expected);
    }

    static Stream<Arguments> shouldWriteByItself() {
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of("text \u00e4\n", "\"text \u00e4\\n\""),
                Arguments.of(new StringBuilder("sb"), "\"sb\""),
                Arguments.of('c', "\"c\""),
                Arguments.of(true, "true"),
                Arguments.of(false, "false"),
                Arguments.of((byte) -1, "-1"),
                Arguments.of((short) 7, "7"),
                Arguments.of(42, "42"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(3.25, "3.25"),
                Arguments.of(3.0, "3"),
                Arguments.of(-3.0, "-3"),
                Arguments.of(0.0, "0"),
                Arguments.of(-0.0, "-0.0"),
                Arguments.of(1e10, "10000000000"),
                Arguments.of(1e15, "1.0E15"),
                Arguments.of(0.1, "0.1"),
                Arguments.of(Double.MIN_VALUE, "4.9E-324"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(2f, "2"),
                Arguments.of(new BigDecimal("1.10"), "1.10"),
                Arguments.of(new BigDecimal("1E+400"), "1E+400"),
                Arguments.of(new BigInteger("12345678901234567890"), "12345678901234567890"),
                Arguments.of(TimeUnit.SECONDS, "\"SECONDS\""),
                Arguments.of(Shape.WITH_BODY, "\"WITH_BODY\""),
                Arguments.of(new UUID(1, 2), "\"00000000-0000-0001-0000-000000000002\""),
                Arguments.of(
                        Path.of("a", "b"), "\"" + Path.of("a", "b").toString().replace("\\", "\\\\") + "\""),
                Arguments.of(new byte[] {1, 2, 3}, "\"AQID\""),
                Arguments.of(new byte[0], "\"\""),
                Arguments.of(Optional.of("x"), "\"x\""),
                Arguments.of(Optional.empty(), "null"),
                Arguments.of(OptionalInt.of(1), "1"),
                Arguments.of(OptionalInt.empty(), "null"),
                Arguments.of(OptionalLong.of(1), "1"),
                Arguments.of(OptionalLong.empty(), "null"),
                Arguments.of(OptionalDouble.of(1.5), "1.5"),
                Arguments.of(OptionalDouble.empty(), "null"),
                Arguments.of(List.of(), "[]"),
                Arguments.of(Arrays.asList(1, null, "x", List.of(true)), "[1,null,\"x\",[true]]"),
                Arguments.of(new TreeSet<>(List.of("b", "a")), "[\"a\",\"b\"]"),
                Arguments.of((Iterable<Integer>) () -> List.of(1, 2).iterator(), "[1,2]"),
                Arguments.of(new int[] {1, 2}, "[1,2]"),
                Arguments.of(new double[] {1.5}, "[1.5]"),
                Arguments.of(new char[] {'a'}, "[\"a\"]"),
                Arguments.of(new boolean[0], "[]"),
                Arguments.of(new String[][] {{"a", null}, {}}, "[[\"a\",null],[]]"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(ordered(), "{\"Zed\":1,\"5\":[],\"null\":null,\"SECONDS\":{},\"\\n\":\"v\"}"),
                Arguments.of(raw("{\"a\" : [1.50]}"), "{\"a\" : [1.50]}"));
    }

    @Test
    void shouldLeaveOthersToJsonb() {
        JsonHubProtocol protocol = protocol();

        assertThat(written(protocol, new Point(1, 2, null))).isEqualTo("{\"label\":null,\"x\":1,\"y\":2}");
        assertThat(written(protocol, new Mixed()))
                .isEqualTo("{\"bytes\":\"AQID\",\"maybe\":null,\"someName\":\"\u00e4\"}");
        assertThat(written(protocol, Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"");
        assertThat(written(protocol, LocalDate.of(2024, 5, 6))).isEqualTo("\"2024-05-06\"");
        assertThat(written(protocol, OffsetDateTime.parse("2024-05-06T07:08:09+02:00")))
                .isEqualTo("\"2024-05-06T07:08:09+02:00\"");
        assertThat(written(protocol, Duration.ofSeconds(5))).isEqualTo("\"PT5S\"");
        assertThat(written(protocol, URI.create("http://x"))).isEqualTo("\"http://x\"");
        assertThat(written(protocol, new AtomicInteger(5))).isEqualTo("5");
        assertThat(written(protocol, Colour.RED)).isEqualTo("\"r\"");
        assertThat(written(protocol, List.of(new Point(1, 2, "p"), 3)))
                .isEqualTo("[{\"label\":\"p\",\"x\":1,\"y\":2},3]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldRefuseWhatIsNoNumberInJson(double value) {
        assertThatWritingFails(value);
        assertThatWritingFails((float) value);
        assertThatWritingFails(new double[] {value});
        assertThatWritingFails(Map.of("a", value));
        assertThatWritingFails(new Ratio(value));
    }

    @Test
    void shouldRefuseValuesThatContainThemselves() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        Map<String, Object> map = new HashMap<>();
        map.put("a", List.of(map));
        Object[] array = new Object[1];
        array[0] = array;

        assertThatWritingFails(list);
        assertThatWritingFails(map);
        assertThatWritingFails(array);
        assertThatWritingFails(new Cyclic());
    }

    @Test
    void shouldRefuseOptionalsWithoutEnd() {
        Object value = 1;
        for (int depth = 0; depth < 1_000_000; depth++) {
            value = Optional.of(value);
        }

        assertThatWritingFails(value);
    }

    @Test
    void shouldWriteDepthOf63InsideTheMessage() {
        Object value = 1;
        for (int depth = 0; depth < 63; depth++) {
            value = List.of(value);
        }

        assertThat(written(protocolWithoutJsonb(), value)).isEqualTo("[".repeat(63) + "1" + "]".repeat(63));
        assertThatWritingFails(List.of(value));
    }

    @Test
    void shouldTurnWhateverAccessorsThrowIntoEncodingException() {
        assertThatWritingFails(new Failing());
        assertThatWritingFails((Iterable<Object>) () -> {
            throw new IllegalStateException("on purpose");
        });
        assertThatWritingFails(new Overflowing());
    }

    @Test
    void shouldSayWhyInTheCause() {
        assertThatThrownBy(() -> written(protocolWithoutJsonb(), Double.NaN))
                .isInstanceOf(HubEncodingException.class)
                .hasMessage("A value cannot be written as JSON")
                .cause()
                .hasMessage("NaN is not a number in JSON");
    }

    private static Map<Object, Object> ordered() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("Zed", 1);
        map.put(5, List.of());
        map.put(null, null);
        map.put(TimeUnit.SECONDS, Map.of());
        map.put('\n', "v");
        return map;
    }

    private static void assertThatWritingFails(Object value) {
        assertThatThrownBy(() -> written(protocol(), value))
                .isInstanceOf(HubEncodingException.class)
                .hasCauseInstanceOf(Throwable.class);
    }

    private static String written(JsonHubProtocol protocol, Object value) {
        String text = TestJson.write(protocol, CompletionMessage.withResult("1", value));
        String prefix = "{\"type\":3,\"invocationId\":\"1\",\"result\":";
        assertThat(text).startsWith(prefix).endsWith("}");
        return text.substring(prefix.length(), text.length() - 1);
    }

    public record Point(int x, int y, String label) {}

    public record Ratio(double value) {}

    public static class Mixed {
        public String getSomeName() {
            return "\u00e4";
        }

        public byte[] getBytes() {
            return new byte[] {1, 2, 3};
        }

        public Optional<String> getMaybe() {
            return Optional.empty();
        }
    }

    public static class Cyclic {
        public Cyclic getSelf() {
            return this;
        }
    }

    public static class Failing {
        public String getName() {
            throw new IllegalStateException("on purpose");
        }
    }

    public static class Overflowing {
        public String getName() {
            return getName() + "x";
        }
    }

    private enum Shape {
        WITH_BODY {
            @Override
            public String toString() {
                return "something else";
            }
        }
    }

    @JsonbTypeAdapter(ColourAdapter.class)
    public enum Colour {
        RED
    }

    public static class ColourAdapter implements JsonbAdapter<Colour, String> {
        @Override
        public String adaptToJson(Colour colour) {
            return "r";
        }

        @Override
        public Colour adaptFromJson(String text) {
            return Colour.RED;
        }
    }
}
