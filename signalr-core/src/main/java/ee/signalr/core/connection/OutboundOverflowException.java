// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.SignalRException;

/** A client lets more bytes pile up on the server than it may; its connection is cut off. */
public final class OutboundOverflowException extends SignalRException {

    private static final long serialVersionUID = 1L;

    OutboundOverflowException(String connectionId, long limit) {
        super("More than " + limit + " bytes (outbound-byte-limit) wait for connection " + connectionId);
    }
}
