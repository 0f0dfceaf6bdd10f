// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.core.connection.ServingThread;
import ee.signalr.core.transport.OutboundMessage;

/** Has a thread that works for a client wait until a frame to that client has left. Thread-safe. */
final class CallerSending implements FrameSending {

    private final WaitingSends sends;

    CallerSending(WaitingSends sends) {
        this.sends = sends;
    }

    @Override
    public void send(WebSocketTransport carrier, OutboundMessage frame) {
        if (ServingThread.serves(carrier.carried())) {
            sends.send(carrier, frame);
        } else {
            carrier.sendAsynchronously(frame);
        }
    }
}
