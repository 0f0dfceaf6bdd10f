// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the types are read that are a single JSON token. Stateless. */
final class ScalarReaders {

    private static final Map<Class<?>, ValueReader> READERS = Map.copyOf(readers());

    private ScalarReaders() {}

    /** The reader of a type, or null if the type is no scalar. */
    static @Nullable ValueReader of(Class<?> type) {
        return READERS.get(type);
    }

    private static Map<Class<?>, ValueReader> readers() {
        Map<Class<?>, ValueReader> readers = new HashMap<>();
        putBoth(readers, boolean.class, Boolean.class, ScalarReaders::bool);
        putBoth(readers, byte.class, Byte.class, NumberReaders::byteNumber);
        putBoth(readers, short.class, Short.class, NumberReaders::shortNumber);
        putBoth(readers, int.class, Integer.class, NumberReaders::intNumber);
        putBoth(readers, long.class, Long.class, NumberReaders::longNumber);
        putBoth(readers, float.class, Float.class, NumberReaders::floatNumber);
        putBoth(readers, double.class, Double.class, NumberReaders::doubleNumber);
        putBoth(readers, char.class, Character.class, TextReaders.character());
        put(readers, BigInteger.class, NumberReaders::bigInteger);
        put(readers, BigDecimal.class, NumberReaders::bigDecimal);
        put(readers, Number.class, NumberReaders::anyNumber);
        put(readers, String.class, TextReaders::text);
        put(readers, CharSequence.class, TextReaders::text);
        put(readers, UUID.class, TextReaders.uuid());
        put(readers, byte[].class, TextReaders.base64());
        put(readers, Object.class, NaturalReader::read);
        putOptionals(readers);
        return readers;
    }

    private static void putOptionals(Map<Class<?>, ValueReader> readers) {
        ValueReader ofInt = scanner -> OptionalInt.of((Integer) NumberReaders.intNumber(scanner));
        ValueReader ofLong = scanner -> OptionalLong.of((Long) NumberReaders.longNumber(scanner));
        ValueReader ofDouble = scanner -> OptionalDouble.of((Double) NumberReaders.doubleNumber(scanner));
        readers.put(OptionalInt.class, ofInt.orElse(OptionalInt.empty()));
        readers.put(OptionalLong.class, ofLong.orElse(OptionalLong.empty()));
        readers.put(OptionalDouble.class, ofDouble.orElse(OptionalDouble.empty()));
    }

    private static void put(Map<Class<?>, ValueReader> readers, Class<?> type, ValueReader reader) {
        readers.put(type, reader.orNull());
    }

    private static void putBoth(
            Map<Class<?>, ValueReader> readers, Class<?> primitive, Class<?> wrapper, ValueReader reader) {
        readers.put(primitive, reader);
        readers.put(wrapper, reader.orNull());
    }

    private static Object bool(JsonScanner scanner) {
        boolean value = scanner.token() == JsonToken.TRUE;
        if (!value) {
            ValueReader.require(scanner, JsonToken.FALSE, "boolean");
        }
        scanner.skip();
        return value;
    }
}
