// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import ee.signalr.SignalRException;

/**
 * The bytes of a client break the hub protocol in a way that ends the connection. Carries the name of the exception that the
 * reference server shows for the same fault, because texts that reach clients contain it.
 */
public final class HubProtocolException extends SignalRException {

    private static final long serialVersionUID = 1L;

    private final String referenceName;

    private HubProtocolException(String referenceName, String message) {
        super(message);
        this.referenceName = referenceName;
    }

    /** The message has the wrong form, size or members. */
    public static HubProtocolException invalidData(String message) {
        return new HubProtocolException("InvalidDataException", message);
    }

    /** The handshake is not JSON. */
    public static HubProtocolException unreadableJson(String message) {
        return new HubProtocolException("JsonReaderException", message);
    }

    /** The client has been silent for too long. */
    public static HubProtocolException canceled(String message) {
        return new HubProtocolException("OperationCanceledException", message);
    }

    /** The client says what it must not say at this point, or answers what it was not asked. */
    public static HubProtocolException invalidOperation(String message) {
        return new HubProtocolException("InvalidOperationException", message);
    }

    /** The simple name of the reference's exception; never null. */
    public String referenceName() {
        return referenceName;
    }
}
