// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes what is a single value. Stateless. */
final class ScalarWriters {

    /** Decimals are written without an exponent, as .NET has them, as long as that is not much longer. */
    private static final int MAXIMUM_SCALE = 1000;

    private ScalarWriters() {}

    /** The writer of a class; null if it is no scalar. */
    static @Nullable ValueWriter of(Class<?> type) {
        if (type == Boolean.class) {
            return (out, value) -> out.packer().packBoolean((Boolean) value);
        }
        if (type == AtomicBoolean.class) {
            return (out, value) -> out.packer().packBoolean(((AtomicBoolean) value).get());
        }
        if (Number.class.isAssignableFrom(type)) {
            return number(type);
        }
        if (type == Character.class) {
            return (out, value) -> out.packer().packInt((Character) value);
        }
        if (Enum.class.isAssignableFrom(type)) {
            return (out, value) -> out.packer().packString(((Enum<?>) value).name());
        }
        if (type == byte[].class) {
            return (out, value) -> binary(out, (byte[]) value);
        }
        if (ByteBuffer.class.isAssignableFrom(type)) {
            return (out, value) -> binary(out, remaining((ByteBuffer) value));
        }
        return isText(type) ? (out, value) -> out.packer().packString(value.toString()) : TimeWriters.of(type);
    }

    private static boolean isText(Class<?> type) {
        return CharSequence.class.isAssignableFrom(type)
                || type == UUID.class
                || type == URI.class
                || type == URL.class
                || Path.class.isAssignableFrom(type);
    }

    private static ValueWriter number(Class<?> type) {
        if (type == Double.class) {
            return (out, value) -> out.packer().packDouble((Double) value);
        }
        if (type == Float.class) {
            return (out, value) -> out.packer().packFloat((Float) value);
        }
        if (BigDecimal.class.isAssignableFrom(type)) {
            return (out, value) -> out.packer().packString(plain((BigDecimal) value));
        }
        if (BigInteger.class.isAssignableFrom(type)) {
            return (out, value) -> binary(out, lowestFirst((BigInteger) value));
        }
        boolean integral = type == Integer.class
                || type == Long.class
                || type == Short.class
                || type == Byte.class
                || type == AtomicInteger.class
                || type == AtomicLong.class;
        return integral
                ? (out, value) -> out.packer().packLong(((Number) value).longValue())
                : (out, value) -> out.packer().packDouble(((Number) value).doubleValue());
    }

    private static String plain(BigDecimal value) {
        return Math.abs((long) value.scale()) > MAXIMUM_SCALE ? value.toString() : value.toPlainString();
    }

    private static byte[] lowestFirst(BigInteger value) {
        byte[] bytes = value.toByteArray();
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
        return bytes;
    }

    private static byte[] remaining(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static void binary(ValueOutput out, byte[] bytes) throws IOException {
        out.packer().packBinaryHeader(bytes.length).writePayload(bytes);
    }
}
