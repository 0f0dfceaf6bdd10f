// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.util.Arrays;

/**
 * Cuts the bytes that arrive on one connection into messages, however they were chopped on the way. A message that lies
 * whole within what arrived at once is not copied. Holds no memory while nothing waits in it. Not thread-safe.
 *
 * <p>Bytes that have been handed out are never written again, so that messages may refer to them.
 */
public final class InboundBuffer {

    private static final byte[] NOTHING = {};
    private static final int WORTH_TRIMMING = 4096;
    private static final int WASTE_FACTOR = 4;

    private byte[] bytes = NOTHING;
    /** Where the first message starts that has not been handed out. */
    private int start;
    /** Up to where that message has been searched for its end. */
    private int searched;

    private int end;
    private int contentStart;
    private int contentEnd;
    private int size;

    /**
     * Takes bytes that have arrived.
     *
     * @param chunk the buffer's own from now on
     */
    public void append(byte[] chunk) {
        if (start == end) {
            replaceBy(chunk, chunk.length);
            return;
        }
        int waiting = end - start;
        int needed = Math.addExact(waiting, chunk.length);
        if (bytes.length - end < chunk.length) {
            // room for as much again makes many small chunks cost no more than few large ones
            int capacity = (int) Math.max(needed, Math.min(2L * waiting, Integer.MAX_VALUE / 2));
            byte[] larger = new byte[capacity];
            System.arraycopy(bytes, start, larger, 0, waiting);
            searched -= start;
            start = 0;
            end = waiting;
            bytes = larger;
        }
        System.arraycopy(chunk, 0, bytes, end, chunk.length);
        end += chunk.length;
    }

    /**
     * Goes to the next message, which is the current one until this method or {@link #append} is called.
     *
     * @param format how messages are framed
     * @param maximumSize how large a message may be, framing included
     * @return whether there is one; if not, nothing must be asked about the current message
     * @throws HubProtocolException when the message is too large, complete or not, or its framing is broken
     */
    public boolean next(MessageFormat format, long maximumSize) {
        if (start == end) {
            replaceBy(NOTHING, 0);
            return false;
        }
        int window = end - start <= maximumSize ? end : start + (int) maximumSize;
        int found = format.endOfMessage(bytes, start, searched, window);
        if (found == MessageFormat.INCOMPLETE) {
            checkSize(window, maximumSize);
            searched = window;
            trim();
            return false;
        }
        contentStart = format.contentStart(bytes, start);
        contentEnd = format.contentEnd(bytes, found);
        size = found - start;
        start = found;
        searched = found;
        return true;
    }

    /** The array in which the current message lies; never null, not to be written. */
    public byte[] array() {
        return bytes;
    }

    /** Where the content of the current message starts. */
    public int contentStart() {
        return contentStart;
    }

    /** Where the content of the current message ends, exclusive. */
    public int contentEnd() {
        return contentEnd;
    }

    /** How many bytes the current message has, framing included. */
    public int size() {
        return size;
    }

    /** Whether bytes wait that have not been handed out: a message that has only begun, or whole ones. */
    public boolean hasPartial() {
        return start < end;
    }

    /** Drops what has not been handed out. */
    public void discard() {
        replaceBy(NOTHING, 0);
    }

    private void checkSize(int window, long maximumSize) {
        if (window < end) {
            throw HubProtocolException.invalidData("The maximum message size of " + maximumSize
                    + "B was exceeded. The message size can be configured in AddHubOptions.");
        }
    }

    private void replaceBy(byte[] chunk, int length) {
        bytes = chunk;
        start = 0;
        searched = 0;
        end = length;
    }

    /** Lets go of a large array of which only a small part still waits. */
    private void trim() {
        int waiting = end - start;
        if (bytes.length >= WORTH_TRIMMING && bytes.length / WASTE_FACTOR > waiting) {
            searched -= start;
            bytes = Arrays.copyOfRange(bytes, start, end);
            start = 0;
            end = waiting;
        }
    }
}
