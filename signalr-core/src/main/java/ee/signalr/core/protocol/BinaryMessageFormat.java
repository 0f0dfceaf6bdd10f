// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/**
 * Messages of bytes, each preceded by its length: seven bits a byte, the lowest first, the highest bit of a byte telling that
 * another follows. There is one instance.
 */
public enum BinaryMessageFormat implements MessageFormat {
    /** The format. */
    INSTANCE;

    private static final int MAXIMUM_PREFIX_SIZE = 5;
    private static final int BITS_PER_BYTE = 7;
    private static final int MAXIMUM_LAST_BYTE = 7;

    @Override
    public int endOfMessage(byte[] bytes, int start, int searched, int end) {
        int content = endOfPrefix(bytes, start, end);
        if (content == INCOMPLETE) {
            return INCOMPLETE;
        }
        int length = length(bytes, start, content);
        return length <= end - content ? content + length : INCOMPLETE;
    }

    @Override
    public int contentStart(byte[] bytes, int start) {
        return endOfPrefix(bytes, start, bytes.length);
    }

    @Override
    public int contentEnd(byte[] bytes, int endOfMessage) {
        return endOfMessage;
    }

    /**
     * Puts the length before a content.
     *
     * @return an array of its own
     */
    public byte[] frame(byte[] content) {
        int prefix = 1;
        while (content.length >>> prefix * BITS_PER_BYTE != 0 && prefix < MAXIMUM_PREFIX_SIZE) {
            prefix++;
        }
        byte[] framed = new byte[Math.addExact(prefix, content.length)];
        for (int at = 0; at < prefix; at++) {
            int bits = content.length >>> at * BITS_PER_BYTE & 0x7F;
            framed[at] = (byte) (at < prefix - 1 ? bits | 0x80 : bits);
        }
        System.arraycopy(content, 0, framed, prefix, content.length);
        return framed;
    }

    private static int endOfPrefix(byte[] bytes, int start, int end) {
        int limit = Math.min(end, start + MAXIMUM_PREFIX_SIZE);
        for (int at = start; at < limit; at++) {
            if (bytes[at] >= 0) {
                checkLast(bytes[at], at - start);
                return at + 1;
            }
        }
        if (limit - start == MAXIMUM_PREFIX_SIZE) {
            throw tooLarge();
        }
        return INCOMPLETE;
    }

    private static void checkLast(byte last, int index) {
        if (index == MAXIMUM_PREFIX_SIZE - 1 && last > MAXIMUM_LAST_BYTE) {
            throw tooLarge();
        }
    }

    private static int length(byte[] bytes, int start, int endOfPrefix) {
        int length = 0;
        for (int at = endOfPrefix - 1; at >= start; at--) {
            length = length << BITS_PER_BYTE | bytes[at] & 0x7F;
        }
        return length;
    }

    private static HubProtocolException tooLarge() {
        return HubProtocolException.invalidData("Messages over 2GB in size are not supported.");
    }
}
