// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.TextValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the types are read that are a single value. Stateless. */
final class ScalarReaders {

    private static final Map<Class<?>, ValueReader> READERS = Map.copyOf(readers());

    private ScalarReaders() {}

    /** The reader of a type, or null if the type is no scalar. */
    static @Nullable ValueReader of(Class<?> type) {
        return READERS.get(type);
    }

    private static Map<Class<?>, ValueReader> readers() {
        Map<Class<?>, ValueReader> readers = new HashMap<>();
        putBoth(readers, boolean.class, Boolean.class, input -> input.unpacker().unpackBoolean());
        putBoth(readers, byte.class, Byte.class, NumberReaders::byteNumber);
        putBoth(readers, short.class, Short.class, NumberReaders::shortNumber);
        putBoth(readers, int.class, Integer.class, NumberReaders::intNumber);
        putBoth(readers, long.class, Long.class, NumberReaders::longNumber);
        putBoth(readers, float.class, Float.class, NumberReaders::floatNumber);
        putBoth(readers, double.class, Double.class, NumberReaders::doubleNumber);
        putBoth(readers, char.class, Character.class, NumberReaders::character);
        put(readers, BigInteger.class, NumberReaders::bigInteger);
        put(readers, BigDecimal.class, NumberReaders::bigDecimal);
        put(readers, Number.class, NumberReaders::anyNumber);
        put(readers, String.class, ScalarReaders::text);
        put(readers, CharSequence.class, ScalarReaders::text);
        put(readers, UUID.class, input -> TextValues.uuid(text(input)));
        put(readers, URI.class, input -> URI.create(text(input)));
        put(readers, Path.class, input -> Path.of(text(input)));
        put(readers, byte[].class, ValueInput::binary);
        put(readers, Object.class, NaturalReader::read);
        put(readers, Void.class, ScalarReaders::nothing);
        TimeReaders.all().forEach((type, reader) -> put(readers, type, reader));
        putOptionals(readers);
        return readers;
    }

    private static void putOptionals(Map<Class<?>, ValueReader> readers) {
        ValueReader ofInt = input -> OptionalInt.of((Integer) NumberReaders.intNumber(input));
        ValueReader ofLong = input -> OptionalLong.of((Long) NumberReaders.longNumber(input));
        ValueReader ofDouble = input -> OptionalDouble.of((Double) NumberReaders.doubleNumber(input));
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

    private static String text(ValueInput input) throws IOException {
        return input.unpacker().unpackString();
    }

    private static Object nothing(ValueInput input) throws IOException {
        throw new BindingException("Only nil fits Void, not " + input.type());
    }
}
