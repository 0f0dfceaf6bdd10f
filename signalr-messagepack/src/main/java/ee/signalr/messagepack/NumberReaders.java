// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.TextValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Reads numbers: integers exactly and of whatever width they come in, floating-point numbers also from integers. Large numbers
 * come as the reference writes them: decimals as text, integers as bytes, lowest first. Stateless.
 */
final class NumberReaders {

    private NumberReaders() {}

    static Object byteNumber(ValueInput input) throws IOException {
        return input.unpacker().unpackByte();
    }

    static Object shortNumber(ValueInput input) throws IOException {
        return input.unpacker().unpackShort();
    }

    static Object intNumber(ValueInput input) throws IOException {
        return input.unpacker().unpackInt();
    }

    static Object longNumber(ValueInput input) throws IOException {
        return input.unpacker().unpackLong();
    }

    static Object doubleNumber(ValueInput input) throws IOException {
        MessageUnpacker unpacker = input.unpacker();
        if (input.type() != ValueType.INTEGER) {
            return unpacker.unpackDouble();
        }
        return unpacker.getNextFormat() == MessageFormat.UINT64
                ? unpacker.unpackBigInteger().doubleValue()
                : (double) unpacker.unpackLong();
    }

    static Object floatNumber(ValueInput input) throws IOException {
        double value = (Double) doubleNumber(input);
        if (Float.isInfinite((float) value) && !Double.isInfinite(value)) {
            throw new BindingException("The number does not fit float");
        }
        return (float) value;
    }

    /** A character as its number, as the reference has it, or as text. */
    static Object character(ValueInput input) throws IOException {
        if (input.type() == ValueType.STRING) {
            String text = input.unpacker().unpackString();
            if (text.length() != 1) {
                throw new BindingException("Text of " + text.length() + " characters is no char");
            }
            return text.charAt(0);
        }
        int number = input.unpacker().unpackInt();
        if (number < Character.MIN_VALUE || number > Character.MAX_VALUE) {
            throw new BindingException("The number does not fit char");
        }
        return (char) number;
    }

    static Object bigDecimal(ValueInput input) throws IOException {
        return switch (input.type()) {
            case FLOAT -> finite(input.unpacker().unpackDouble());
            case INTEGER -> new BigDecimal(input.unpacker().unpackBigInteger());
            default -> new BigDecimal(boundedText(input));
        };
    }

    static Object bigInteger(ValueInput input) throws IOException {
        return switch (input.type()) {
            case INTEGER -> input.unpacker().unpackBigInteger();
            case BINARY -> ofLowestFirst(input.binary());
            default -> new BigInteger(boundedText(input));
        };
    }

    /** A {@link Long}, or {@link BigInteger} if it is too large for that, or a {@link Double}. */
    static Object anyNumber(ValueInput input) throws IOException {
        MessageUnpacker unpacker = input.unpacker();
        MessageFormat format = unpacker.getNextFormat();
        if (format.getValueType() == ValueType.FLOAT) {
            return unpacker.unpackDouble();
        }
        if (format != MessageFormat.UINT64) {
            return unpacker.unpackLong();
        }
        BigInteger value = unpacker.unpackBigInteger();
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private static BigDecimal finite(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new BindingException(value + " does not fit BigDecimal");
        }
        return BigDecimal.valueOf(value);
    }

    private static BigInteger ofLowestFirst(byte[] bytes) {
        byte[] highestFirst = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            highestFirst[i] = bytes[bytes.length - 1 - i];
        }
        return bytes.length == 0 ? BigInteger.ZERO : new BigInteger(highestFirst);
    }

    private static String boundedText(ValueInput input) throws IOException {
        String text = input.unpacker().unpackString();
        TextValues.checkNumberLength(text.length());
        return text;
    }
}
