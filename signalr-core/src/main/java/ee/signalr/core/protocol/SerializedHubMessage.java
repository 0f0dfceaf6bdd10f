// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import ee.signalr.core.transport.OutboundMessage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A message for many clients, encoded once for each protocol that one of them speaks, when the first of them is met.
 * Thread-safe; two threads that meet a new protocol at once may both encode.
 */
public final class SerializedHubMessage {

    private final HubMessage message;
    private final AtomicReference<@Nullable Encoding> encodings = new AtomicReference<>();

    /** Makes a message that is not encoded yet. */
    public SerializedHubMessage(HubMessage message) {
        this.message = message;
    }

    /** The message itself; never null. */
    public HubMessage message() {
        return message;
    }

    /**
     * The message in a protocol.
     *
     * @throws ee.signalr.HubEncodingException when a value in it cannot be written
     */
    public OutboundMessage in(HubProtocol protocol) {
        Encoding known = encodings.get();
        for (Encoding encoding = known; encoding != null; encoding = encoding.others) {
            if (encoding.protocol == protocol) {
                return encoding.encoded;
            }
        }
        OutboundMessage encoded = OutboundMessage.of(protocol.write(message), protocol.transferFormat());
        encodings.set(new Encoding(protocol, encoded, known));
        return encoded;
    }

    private record Encoding(
            HubProtocol protocol,
            OutboundMessage encoded,
            @Nullable Encoding others) {}
}
