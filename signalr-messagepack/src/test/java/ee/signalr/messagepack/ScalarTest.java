// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.protocol.BindingException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Date;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Single values, in both directions. */
class ScalarTest {

    private static final UUID ID = UUID.fromString("00010203-0405-0607-0809-0a0b0c0d0e0f");
    private static final String ID_HEX = "d92430303031303230332d303430352d303630372d303830392d306130623063306430653066";

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    private enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "a body, and no name";
            }
        }
    }

    static Stream<Arguments> both() {
        return Stream.of(
                Arguments.of("2a", int.class, 42),
                Arguments.of("ff", Integer.class, -1),
                Arguments.of("ce7fffffff", int.class, Integer.MAX_VALUE),
                Arguments.of("d280000000", int.class, Integer.MIN_VALUE),
                Arguments.of("cf7fffffffffffffff", long.class, Long.MAX_VALUE),
                Arguments.of("d38000000000000000", Long.class, Long.MIN_VALUE),
                Arguments.of("cc80", short.class, (short) 128),
                Arguments.of("d080", byte.class, Byte.MIN_VALUE),
                Arguments.of("cb400a000000000000", double.class, 3.25),
                Arguments.of("cb4000000000000000", Double.class, 2.0),
                Arguments.of("ca40500000", float.class, 3.25f),
                Arguments.of("c3", boolean.class, true),
                Arguments.of("c2", Boolean.class, false),
                Arguments.of("61", char.class, 'a'),
                Arguments.of("cd20ac", Character.class, '\u20ac'),
                Arguments.of("a0", String.class, ""),
                Arguments.of("a8c3a4f09f98800078", String.class, "\u00e4\ud83d\ude00\u0000x"),
                Arguments.of(ID_HEX, UUID.class, ID),
                Arguments.of("a6474f5f4f4e21", String.class, "GO_ON!"),
                Arguments.of("a3524544", Color.class, Color.RED),
                Arguments.of("a5475245454e", Color.class, Color.GREEN),
                Arguments.of("c403010203", byte[].class, new byte[] {1, 2, 3}),
                Arguments.of("c400", byte[].class, new byte[0]),
                Arguments.of("a4312e3530", BigDecimal.class, new BigDecimal("1.50")),
                Arguments.of("c402ff00", BigInteger.class, BigInteger.valueOf(255)),
                Arguments.of("c401ff", BigInteger.class, BigInteger.valueOf(-1)),
                Arguments.of("c40100", BigInteger.class, BigInteger.ZERO),
                Arguments.of("a3613a62", URI.class, URI.create("a:b")),
                Arguments.of("a161", Path.class, Path.of("a")),
                Arguments.of("05", OptionalInt.class, OptionalInt.of(5)),
                Arguments.of("c0", OptionalInt.class, OptionalInt.empty()),
                Arguments.of("05", OptionalLong.class, OptionalLong.of(5)),
                Arguments.of("c0", OptionalLong.class, OptionalLong.empty()),
                Arguments.of("cb3ff8000000000000", OptionalDouble.class, OptionalDouble.of(1.5)),
                Arguments.of("c0", OptionalDouble.class, OptionalDouble.empty()),
                Arguments.of("c0", String.class, null),
                Arguments.of("c0", byte[].class, null),
                Arguments.of("c0", Color.class, null),
                Arguments.of("c0", Void.class, null));
    }

    @ParameterizedTest
    @MethodSource("both")
    void shouldReadAndWriteAlike(String hex, Type type, Object value) {
        assertThat(TestPack.bind(protocol, hex, type)).isEqualTo(value);
        assertThat(TestPack.value(protocol, value)).isEqualTo(hex);
    }

    static Stream<Arguments> read() {
        return Stream.of(
                Arguments.of("d30000000000000001", int.class, 1),
                Arguments.of("cf0000000000000001", byte.class, (byte) 1),
                Arguments.of("d1ffff", long.class, -1L),
                Arguments.of("2a", double.class, 42.0),
                Arguments.of("cfffffffffffffffff", double.class, 1.8446744073709552E19),
                Arguments.of("ca3fc00000", double.class, 1.5),
                Arguments.of("cb3ff8000000000000", float.class, 1.5f),
                Arguments.of("07", float.class, 7f),
                Arguments.of("cb7ff0000000000000", float.class, Float.POSITIVE_INFINITY),
                Arguments.of("a161", char.class, 'a'),
                Arguments.of("a441514944", byte[].class, new byte[] {0x41, 0x51, 0x49, 0x44}),
                Arguments.of("05", BigDecimal.class, BigDecimal.valueOf(5)),
                Arguments.of("cb3fb999999999999a", BigDecimal.class, new BigDecimal("0.1")),
                Arguments.of("cfffffffffffffffff", BigInteger.class, new BigInteger("18446744073709551615")),
                Arguments.of("a3313233", BigInteger.class, BigInteger.valueOf(123)),
                Arguments.of("c400", BigInteger.class, BigInteger.ZERO),
                Arguments.of("a161", CharSequence.class, "a"),
                Arguments.of("a1ff", String.class, "\ufffd"),
                Arguments.of("05", Number.class, 5L),
                Arguments.of("cfffffffffffffffff", Number.class, new BigInteger("18446744073709551615")),
                Arguments.of("cf0000000000000001", Number.class, 1L),
                Arguments.of("ca3fc00000", Number.class, 1.5),
                Arguments.of("c0", Number.class, null));
    }

    @ParameterizedTest
    @MethodSource("read")
    void shouldReadOtherFormsToo(String hex, Type type, Object value) {
        assertThat(TestPack.bind(protocol, hex, type)).isEqualTo(value);
    }

    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of("07", new AtomicInteger(7)),
                Arguments.of("07", new AtomicLong(7)),
                Arguments.of("c3", new AtomicBoolean(true)),
                Arguments.of("cb3ff8000000000000", new Fraction()),
                Arguments.of("a3616263", new StringBuilder("abc")),
                Arguments.of("c4020203", ByteBuffer.wrap(new byte[] {1, 2, 3}, 1, 2)),
                Arguments.of("a431303030", new BigDecimal("1E+3")),
                Arguments.of("a731452d39393939", new BigDecimal("1E-9999")),
                Arguments.of("d6ff00000001", new Date(1000)));
    }

    @ParameterizedTest
    @MethodSource("written")
    void shouldWriteOtherTypesToo(String hex, Object value) {
        assertThat(TestPack.value(protocol, value)).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "ceffffffff, int",
        "cb3ff8000000000000, int",
        "cb3ff0000000000000, int",
        "a23432, int",
        "c0, int",
        "c3, int",
        "d17fff, byte",
        "cd8000, short",
        "cf8000000000000000, long",
        "c0, boolean",
        "01, boolean",
        "c0, double",
        "a131, double",
        "cb7e37e43c8800759c, float",
        "ff, char",
        "ce00010000, char",
        "a26162, char",
        "05, java.lang.String",
        "c40161, java.lang.String",
        "90, java.lang.String",
        "05, java.util.UUID",
        "a3302d30, java.util.UUID",
        "93010203, [B",
        "a3616263, java.math.BigDecimal",
        "cb7ff8000000000000, java.math.BigDecimal",
        "a3312e35, java.math.BigInteger",
        "a131, java.lang.Number",
        "01, java.lang.Void",
        "c1, java.lang.Object",
        "d40501, java.lang.Object",
        "0102, java.lang.Object",
        "'', java.lang.Object"
    })
    void shouldRefuseWhatDoesNotFit(String hex, String type) {
        assertThatThrownBy(() -> TestPack.bind(protocol, hex, type(type))).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldReadConstantsByTheirExactNamesOnly() {
        assertThatThrownBy(() -> TestPack.bind(protocol, "a3726564", Color.class))
                .isInstanceOf(BindingException.class)
                .hasMessageContaining("names no constant of");
        assertThatThrownBy(() -> TestPack.bind(protocol, "00", Color.class)).isInstanceOf(BindingException.class);
    }

    @Test
    void shouldRefuseNumbersTooLongToRead() {
        String digits = "31".repeat(1101);

        assertThatThrownBy(() -> TestPack.bind(protocol, "da044d" + digits, BigDecimal.class))
                .isInstanceOf(BindingException.class);
        assertThat(TestPack.bind(protocol, "da044c" + digits.substring(2), BigInteger.class))
                .isEqualTo(new BigInteger("1".repeat(1100)));
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return switch (name) {
            case "int" -> int.class;
            case "byte" -> byte.class;
            case "short" -> short.class;
            case "long" -> long.class;
            case "boolean" -> boolean.class;
            case "double" -> double.class;
            case "float" -> float.class;
            case "char" -> char.class;
            default -> Class.forName(name);
        };
    }

    /** A number of an unknown class. */
    private static final class Fraction extends Number {

        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            return 1;
        }

        @Override
        public long longValue() {
            return 1;
        }

        @Override
        public float floatValue() {
            return 1.5f;
        }

        @Override
        public double doubleValue() {
            return 1.5;
        }
    }
}
