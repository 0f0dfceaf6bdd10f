// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.util.OptionalLong;

/** Reads integers from the token of a scanner, a number. Stateless. */
final class JsonNumbers {

    /** So many digits always fit into 64 bits. */
    private static final int SAFE_DIGITS = 18;

    private static final int RADIX = 10;

    private JsonNumbers() {}

    /** The number, if it is written without fraction and exponent and fits into 64 bits. */
    static OptionalLong exactLong(JsonScanner scanner) {
        if (!scanner.isIntegral()) {
            return OptionalLong.empty();
        }
        return isShort(scanner) ? OptionalLong.of(shortNumber(scanner)) : longNumber(scanner);
    }

    /** Whether the number, an integer, has so few digits that it fits into 64 bits in any case. */
    static boolean isShort(JsonScanner scanner) {
        return scanner.tokenLength() <= SAFE_DIGITS;
    }

    /** The number, which is a short integer. */
    static long shortNumber(JsonScanner scanner) {
        boolean negative = scanner.tokenByte(0) == '-';
        long value = 0;
        for (int index = negative ? 1 : 0; index < scanner.tokenLength(); index++) {
            value = value * RADIX + (scanner.tokenByte(index) - '0');
        }
        return negative ? -value : value;
    }

    private static OptionalLong longNumber(JsonScanner scanner) {
        try {
            return OptionalLong.of(Long.parseLong(scanner.tokenText()));
        } catch (NumberFormatException overflow) {
            return OptionalLong.empty();
        }
    }
}
