// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.SignalRException;

/** A write to a client takes longer than {@code transport-send-timeout}; its connection is cut off. */
public final class SendTimeoutException extends SignalRException {

    private static final long serialVersionUID = 1L;

    SendTimeoutException(String connectionId) {
        super("A write to connection " + connectionId + " took longer than transport-send-timeout");
    }
}
