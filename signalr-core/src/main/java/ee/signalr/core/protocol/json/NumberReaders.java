// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.BindingException;
import ee.signalr.core.protocol.TextValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * Reads numbers exactly: integers are written without a fraction and an exponent, and nothing overflows. Fractions are
 * rounded to the nearest value of a floating-point type. Stateless.
 */
final class NumberReaders {

    /** So many digits are exact in 64 bits of floating point. */
    private static final int EXACT_DIGITS = 15;

    private NumberReaders() {}

    static Object byteNumber(JsonScanner scanner) {
        return (byte) integer(scanner, "byte", Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    static Object shortNumber(JsonScanner scanner) {
        return (short) integer(scanner, "short", Short.MIN_VALUE, Short.MAX_VALUE);
    }

    static Object intNumber(JsonScanner scanner) {
        return (int) integer(scanner, "int", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static Object longNumber(JsonScanner scanner) {
        return integer(scanner, "long", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static Object doubleNumber(JsonScanner scanner) {
        scan(scanner, "double");
        if (scanner.isIntegral() && scanner.tokenLength() <= EXACT_DIGITS && scanner.tokenByte(0) != '-') {
            return (double) JsonNumbers.exactLong(scanner).orElseThrow();
        }
        double value = Double.parseDouble(scanner.tokenText());
        if (Double.isInfinite(value)) {
            throw unfit("double");
        }
        return value;
    }

    static Object floatNumber(JsonScanner scanner) {
        scan(scanner, "float");
        float value = Float.parseFloat(scanner.tokenText());
        if (Float.isInfinite(value)) {
            throw unfit("float");
        }
        return value;
    }

    static Object bigInteger(JsonScanner scanner) {
        scan(scanner, "BigInteger");
        if (!scanner.isIntegral()) {
            throw unfit("BigInteger");
        }
        return new BigInteger(boundedText(scanner));
    }

    static Object bigDecimal(JsonScanner scanner) {
        scan(scanner, "BigDecimal");
        return bigDecimalToken(scanner);
    }

    /**
     * Reads a number as whatever suits it: a {@link Long} or else {@link BigInteger} if it is an integer, otherwise a
     * {@link Double} or, out of its range, {@link BigDecimal}.
     */
    static Object anyNumber(JsonScanner scanner) {
        scan(scanner, "Number");
        if (scanner.isIntegral()) {
            OptionalLong value = JsonNumbers.exactLong(scanner);
            return value.isPresent() ? (Object) value.getAsLong() : new BigInteger(boundedText(scanner));
        }
        double value = Double.parseDouble(scanner.tokenText());
        return Double.isInfinite(value) ? bigDecimalToken(scanner) : (Object) value;
    }

    private static Object bigDecimalToken(JsonScanner scanner) {
        try {
            return new BigDecimal(boundedText(scanner));
        } catch (NumberFormatException exponentTooLarge) {
            throw new BindingException("The number does not fit BigDecimal", exponentTooLarge);
        }
    }

    private static long integer(JsonScanner scanner, String typeName, long lowest, long highest) {
        scan(scanner, typeName);
        OptionalLong number = JsonNumbers.exactLong(scanner);
        if (number.isEmpty() || number.getAsLong() < lowest || number.getAsLong() > highest) {
            throw unfit(typeName);
        }
        return number.getAsLong();
    }

    private static void scan(JsonScanner scanner, String typeName) {
        ValueReader.require(scanner, JsonToken.NUMBER, typeName);
        scanner.number();
    }

    private static String boundedText(JsonScanner scanner) {
        TextValues.checkNumberLength(scanner.tokenLength());
        return scanner.tokenText();
    }

    private static BindingException unfit(String typeName) {
        return new BindingException("The number does not fit " + typeName);
    }
}
