// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.SignalRException;

/** A client sends faster than its hub works, and there is no way left to make it wait; its connection is cut off. */
final class InputOverflowException extends SignalRException {

    private static final long serialVersionUID = 1L;

    InputOverflowException(String connectionId, String reason) {
        super("The input of connection " + connectionId + " is full, and " + reason);
    }
}
