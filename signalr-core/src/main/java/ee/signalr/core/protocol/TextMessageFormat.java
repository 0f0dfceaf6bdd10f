// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Messages of text, each followed by the record separator 0x1E. There is one instance. */
public enum TextMessageFormat implements MessageFormat {
    /** The format. */
    INSTANCE;

    /** The byte that follows each message. */
    public static final byte RECORD_SEPARATOR = 0x1E;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long SEPARATORS = RECORD_SEPARATOR * LOWEST_BITS;

    @Override
    public int endOfMessage(byte[] bytes, int start, int searched, int end) {
        int at = searched;
        while (at + Long.BYTES <= end) {
            long others = (long) EIGHT_BYTES.get(bytes, at) ^ SEPARATORS;
            long zeroBytes =
                    others - LOWEST_BITS & ~others & HIGHEST_BITS; // its lowest bit set is in the first of them
            if (zeroBytes != 0) {
                return at + Long.numberOfTrailingZeros(zeroBytes) / Byte.SIZE + 1;
            }
            at += Long.BYTES;
        }
        while (at < end) {
            if (bytes[at++] == RECORD_SEPARATOR) {
                return at;
            }
        }
        return INCOMPLETE;
    }

    @Override
    public int contentStart(byte[] bytes, int start) {
        return start;
    }

    @Override
    public int contentEnd(byte[] bytes, int endOfMessage) {
        return endOfMessage - 1;
    }
}
