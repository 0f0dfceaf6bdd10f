// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import java.util.Arrays;
import org.msgpack.core.buffer.MessageBuffer;
import org.msgpack.core.buffer.MessageBufferOutput;

/** The bytes of a message while it is written, in one array that grows. Used again and again; confined to one call at a time. */
final class FrameBuffer implements MessageBufferOutput {

    private static final int USUAL_SIZE = 1024;
    /** A larger array is not kept for the next message. */
    private static final int WORTH_KEEPING = 16 * 1024;
    /** The longest length prefix. */
    private static final int PREFIX = 5;

    private static final int BITS_PER_BYTE = 7;

    private byte[] bytes = new byte[USUAL_SIZE];
    private MessageBuffer whole = MessageBuffer.wrap(bytes);
    private int end;

    @Override
    public MessageBuffer next(int minimumSize) {
        reserve(minimumSize);
        return end == 0 ? whole : MessageBuffer.wrap(bytes, end, bytes.length - end);
    }

    @Override
    public void writeBuffer(int length) {
        end += length;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    @Override
    public void add(byte[] source, int offset, int length) {
        write(source, offset, length);
    }

    @Override
    public void flush() {
        // There is nothing behind this buffer.
    }

    @Override
    public void close() {
        // There is nothing behind this buffer.
    }

    /** The message with its length before it, in an array of its own; afterwards there is none. */
    byte[] take() {
        int prefix = 1;
        while (prefix < PREFIX && end >>> prefix * BITS_PER_BYTE != 0) {
            prefix++;
        }
        byte[] framed = new byte[Math.addExact(prefix, end)];
        for (int at = 0; at < prefix; at++) {
            int bits = end >>> at * BITS_PER_BYTE & 0x7F;
            framed[at] = (byte) (at < prefix - 1 ? bits | 0x80 : bits);
        }
        System.arraycopy(bytes, 0, framed, prefix, end);
        end = 0;
        if (bytes.length > WORTH_KEEPING) {
            replaceBy(new byte[USUAL_SIZE]);
        }
        return framed;
    }

    private void reserve(int length) {
        int needed = Math.addExact(end, Math.addExact(length, 1));
        if (needed > bytes.length) {
            replaceBy(Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE / 2))));
        }
    }

    private void replaceBy(byte[] other) {
        bytes = other;
        whole = MessageBuffer.wrap(other);
    }
}
