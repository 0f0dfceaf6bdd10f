// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.TransferFormat;
import ee.signalr.TransportType;
import ee.signalr.core.protocol.HubProtocol;
import org.jspecify.annotations.Nullable;

/** Decides whether a client may speak the protocol that it asks for. The texts are those of the reference. */
final class HandshakeRules {

    private HandshakeRules() {}

    /** Why not; null when it may. */
    static @Nullable String refusal(HubProtocol protocol, int version, TransportType transport) {
        if (version > protocol.version()) {
            return "The server does not support version " + version + " of the '" + protocol.name() + "' protocol.";
        }
        if (protocol.transferFormat() == TransferFormat.BINARY && transport == TransportType.SERVER_SENT_EVENTS) {
            return "Cannot use the '" + protocol.name()
                    + "' protocol on the current transport. The transport does not support 'Binary' transfer format.";
        }
        return null;
    }
}
