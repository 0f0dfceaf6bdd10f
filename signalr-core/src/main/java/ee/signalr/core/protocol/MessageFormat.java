// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/** How messages are cut out of a stream of bytes. Stateless and thread-safe. */
public interface MessageFormat {

    /** What {@link #endOfMessage} answers when the message is not complete. */
    int INCOMPLETE = -1;

    /**
     * Finds the end of a message.
     *
     * @param bytes the array in which it lies
     * @param start where the message starts, its framing included
     * @param searched from where to look on: {@code start}, or where an earlier search for the same message ended
     * @param end where the bytes end that have arrived
     * @return the index after the message and its framing, or {@link #INCOMPLETE}
     * @throws HubProtocolException when the framing is broken
     */
    int endOfMessage(byte[] bytes, int start, int searched, int end);

    /** Where the content of a message starts that starts at {@code start}. */
    int contentStart(byte[] bytes, int start);

    /** Where the content of a message ends, exclusive, that ends at {@code endOfMessage}. */
    int contentEnd(byte[] bytes, int endOfMessage);
}
