// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.transport;

import ee.signalr.TransferFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encoded bytes on their way to one or many clients: one or more whole messages. Shared by all receivers of a broadcast,
 * so that a message is encoded once and its text, which WebSockets need, is made once. Immutable and thread-safe; the array
 * must not be written.
 */
public final class OutboundMessage {

    private final byte[] bytes;
    private final TransferFormat format;
    private volatile @Nullable String text;

    private OutboundMessage(byte[] bytes, TransferFormat format) {
        this.bytes = bytes;
        this.format = format;
    }

    /** A message of these bytes, which are the message's own from now on. */
    public static OutboundMessage of(byte[] bytes, TransferFormat format) {
        return new OutboundMessage(bytes, format);
    }

    /** A text message. */
    public static OutboundMessage ofText(String text) {
        return new OutboundMessage(text.getBytes(StandardCharsets.UTF_8), TransferFormat.TEXT);
    }

    /**
     * Joins messages into one. The format is that of the last; a list of one gives that one.
     *
     * @param messages at least one
     */
    public static OutboundMessage join(List<OutboundMessage> messages) {
        OutboundMessage last = messages.get(messages.size() - 1);
        if (messages.size() == 1) {
            return last;
        }
        int size = 0;
        for (OutboundMessage message : messages) {
            size = Math.addExact(size, message.bytes.length);
        }
        byte[] joined = new byte[size];
        int position = 0;
        for (OutboundMessage message : messages) {
            System.arraycopy(message.bytes, 0, joined, position, message.bytes.length);
            position += message.bytes.length;
        }
        return new OutboundMessage(joined, last.format);
    }

    /** The encoded bytes; never null, not to be written. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** Whether the bytes are text. */
    public TransferFormat format() {
        return format;
    }

    /** The bytes as text, made on first use and kept; never null. */
    public String text() {
        String made = text;
        if (made == null) {
            made = new String(bytes, StandardCharsets.UTF_8);
            text = made;
        }
        return made;
    }
}
