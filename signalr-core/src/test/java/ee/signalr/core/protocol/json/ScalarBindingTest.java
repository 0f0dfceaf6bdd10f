// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.BindingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarBindingTest {

    private static final UUID ID = UUID.fromString("00010203-0405-0607-0706-050403020100");

    @ParameterizedTest
    @MethodSource
    void shouldBind(String json, Class<?> type, Object expected) {
        assertThat(bind(json, type)).isEqualTo(expected);
    }

    static Stream<Arguments> shouldBind() {
        return Stream.of(
                Arguments.of("\"x\"", String.class, "x"),
                Arguments.of("\"\"", String.class, ""),
                Arguments.of("\"\\u00e4\ud83d\ude00\\n\"", String.class, "\u00e4\ud83d\ude00\n"),
                Arguments.of("\"x\"", CharSequence.class, "x"),
                Arguments.of("true", boolean.class, true),
                Arguments.of("false", Boolean.class, false),
                Arguments.of("-128", byte.class, (byte) -128),
                Arguments.of("127", Byte.class, (byte) 127),
                Arguments.of("-32768", short.class, (short) -32768),
                Arguments.of("32767", Short.class, (short) 32767),
                Arguments.of("0", int.class, 0),
                Arguments.of("-0", int.class, 0),
                Arguments.of("42", int.class, 42),
                Arguments.of("2147483647", int.class, Integer.MAX_VALUE),
                Arguments.of("-2147483648", Integer.class, Integer.MIN_VALUE),
                Arguments.of("9223372036854775807", long.class, Long.MAX_VALUE),
                Arguments.of("-9223372036854775808", Long.class, Long.MIN_VALUE),
                Arguments.of("999999999999999999", long.class, 999_999_999_999_999_999L),
                Arguments.of("-99999999999999999", long.class, -99_999_999_999_999_999L),
                Arguments.of("3.25", double.class, 3.25),
                Arguments.of("3", double.class, 3.0),
                Arguments.of("-3", Double.class, -3.0),
                Arguments.of("-0", double.class, -0.0),
                Arguments.of("123456789012345", double.class, 123456789012345.0),
                Arguments.of("1234567890123456789", double.class, 1234567890123456789.0),
                Arguments.of("1e2", double.class, 100.0),
                Arguments.of("1e-400", double.class, 0.0),
                Arguments.of("1.5", float.class, 1.5f),
                Arguments.of("0.1", Float.class, 0.1f),
                Arguments.of("7", float.class, 7f),
                Arguments.of("\"c\"", char.class, 'c'),
                Arguments.of("\"\\u00e4\"", Character.class, '\u00e4'),
                Arguments.of(
                        "123456789012345678901234567890",
                        BigInteger.class,
                        new BigInteger("123456789012345678901234567890")),
                Arguments.of("1.10", BigDecimal.class, new BigDecimal("1.10")),
                Arguments.of("1e400", BigDecimal.class, new BigDecimal("1e400")),
                Arguments.of("5", BigDecimal.class, BigDecimal.valueOf(5)),
                Arguments.of("5", Number.class, 5L),
                Arguments.of("0.5", Number.class, 0.5),
                Arguments.of("\"00010203-0405-0607-0706-050403020100\"", UUID.class, ID),
                Arguments.of(
                        "\"ABCDEF01-0405-0607-0706-050403020100\"",
                        UUID.class,
                        UUID.fromString("abcdef01-0405-0607-0706-050403020100")),
                Arguments.of("\"SECONDS\"", TimeUnit.class, TimeUnit.SECONDS),
                Arguments.of("\"READ\"", StandardOpenOption.class, StandardOpenOption.READ),
                Arguments.of("7", OptionalInt.class, OptionalInt.of(7)),
                Arguments.of("7", OptionalLong.class, OptionalLong.of(7)),
                Arguments.of("7.5", OptionalDouble.class, OptionalDouble.of(7.5)),
                Arguments.of("null", OptionalInt.class, OptionalInt.empty()),
                Arguments.of("null", OptionalLong.class, OptionalLong.empty()),
                Arguments.of("null", OptionalDouble.class, OptionalDouble.empty()));
    }

    @ParameterizedTest
    @MethodSource
    void shouldRefuse(Class<?> type, List<String> values) {
        for (String json : values) {
            assertThatThrownBy(() -> bind(json, type)).as(json).isInstanceOf(BindingException.class);
        }
    }

    static Stream<Arguments> shouldRefuse() {
        return Stream.of(
                refused(String.class, "5", "true", "{\"a\":1}", "[\"x\"]", "\"\\ud83d\"", "\"\\ude00x\""),
                refused(boolean.class, "\"true\"", "1", "0", "null", "[]", "{}"),
                refused(Boolean.class, "\"true\"", "1", "[]"),
                refused(byte.class, "128", "-129", "1.0", "\"1\"", "null"),
                refused(short.class, "32768", "-32769", "1e1", "null"),
                refused(
                        int.class,
                        "2147483648",
                        "-2147483649",
                        "1.5",
                        "1.0",
                        "1e2",
                        "-0.0",
                        "null",
                        "true",
                        "\"1\"",
                        "[1]"),
                refused(Integer.class, "2147483648", "1.0", "\"1\"", "{}", "99999999999999999999999"),
                refused(long.class, "9223372036854775808", "-9223372036854775809", "1.0", "null", "\"1\""),
                refused(double.class, "\"NaN\"", "\"1\"", "null", "1e400", "-1e400", "true"),
                refused(float.class, "1e39", "-1e39", "null", "\"1\""),
                refused(char.class, "\"\"", "\"ab\"", "\"\ud83d\ude00\"", "5", "null"),
                refused(BigInteger.class, "1.0", "1e2", "\"1\"", "9".repeat(1101)),
                refused(BigDecimal.class, "\"1.5\"", "true", "1e99999999999", "0." + "1".repeat(1100)),
                refused(Number.class, "\"1\"", "1".repeat(1101)),
                refused(UUID.class, "\"\"", "\"x\"", "5", "\"0-0-0-0-0\"", "\"00010203-0405-0607-0706-05040302010\""),
                refused(
                        UUID.class,
                        "\"000102030-405-0607-0706-050403020100\"",
                        "\"g0010203-0405-0607-0706-050403020100\""),
                refused(byte[].class, "\"*\"", "\"YQ\"", "\"YWI\"", "\"YQ=\"", "\"Y Q==\"", "[1]", "5"),
                refused(TimeUnit.class, "\"fortnights\"", "\"\"", "7", "{}"),
                refused(OptionalInt.class, "\"7\"", "7.5"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                String.class, CharSequence.class, Boolean.class, Byte.class, Short.class, Integer.class, Long.class,
                Float.class, Double.class, Character.class, BigInteger.class, BigDecimal.class, Number.class,
                        UUID.class,
                byte[].class, TimeUnit.class, Object.class
            })
    void shouldBindNullToReferences(Class<?> type) {
        assertThat(bind("null", type)).isNull();
    }

    @Test
    void shouldBindBase64() {
        assertThat((byte[]) bind("\"AQID\"", byte[].class)).containsExactly(1, 2, 3);
        assertThat((byte[]) bind("\"YQ==\"", byte[].class)).containsExactly('a');
        assertThat((byte[]) bind("\"\"", byte[].class)).isEmpty();
        assertThat((byte[]) bind("\"\\/\\u002B\\/+\"", byte[].class)).containsExactly(0xFF, 0xEF, 0xFE);
    }

    @Test
    void shouldBindConstantWithBody() {
        assertThat(bind("\"WITH_BODY\"", Shape.class)).isEqualTo(Shape.WITH_BODY);
    }

    @Test
    void shouldBindNegativeZero() {
        assertThat(1 / (double) bind("-0", double.class)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void shouldIgnoreWhiteSpaceAround() {
        assertThat(bind(" \n7\t", int.class)).isEqualTo(7);
    }

    @Test
    void shouldNotBindMoreThanOneValue() {
        assertThatThrownBy(() -> bind("7 8", int.class)).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldNotTellContentInMessages() {
        assertThatThrownBy(() -> bind("\"secret\"", int.class)).hasMessage("A JSON String is no int");
        assertThatThrownBy(() -> bind("4711471147114711", int.class)).hasMessage("The number does not fit int");
        assertThatThrownBy(() -> bind("\"secret\"", UUID.class)).hasMessage("The string is no UUID");
        assertThatThrownBy(() -> bind("\"secret\"", TimeUnit.class))
                .hasMessage("The value stands for no constant of java.util.concurrent.TimeUnit");
    }

    private static Arguments refused(Class<?> type, String... values) {
        return Arguments.of(type, List.of(values));
    }

    private enum Shape {
        WITH_BODY {
            @Override
            public String toString() {
                return "something else";
            }
        }
    }
}
