// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the next byte in a JSON string that needs attention, eight bytes at a time: a quote, a backslash, a control
 * character, or one that is not ASCII. Stateless.
 */
final class PlainRun {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * LOWEST_BITS;
    private static final long BACKSLASHES = '\\' * LOWEST_BITS;
    private static final long SPACES = ' ' * LOWEST_BITS;

    private PlainRun() {}

    /** The index of the first byte from {@code start} on that needs attention, or {@code end}. */
    static int end(byte[] bytes, int start, int end) {
        int at = start;
        while (at + Long.BYTES <= end) {
            long found = unusual((long) EIGHT_BYTES.get(bytes, at));
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < end && isPlain(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Has the highest bit of a byte set where it needs attention; only the lowest such bit is to be trusted. */
    private static long unusual(long eight) {
        long belowSpace = eight - SPACES & ~eight;
        return (belowSpace | zeroBytes(eight ^ QUOTES) | zeroBytes(eight ^ BACKSLASHES) | eight) & HIGHEST_BITS;
    }

    private static long zeroBytes(long eight) {
        return eight - LOWEST_BITS & ~eight;
    }

    private static boolean isPlain(byte next) {
        return next >= ' ' && next != '"' && next != '\\';
    }
}
