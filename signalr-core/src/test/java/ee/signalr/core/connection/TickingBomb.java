// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.TransportType;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;

/** Fails with an error, not just an exception, at each tick. Thread-safe. */
final class TickingBomb implements Transport {

    private final TransportConnection connection;

    TickingBomb(TransportConnection connection) {
        this.connection = connection;
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public void send(OutboundMessage frame) {
        connection.sent();
    }

    @Override
    public void close(CloseStatus status) {
        connection.transportClosed(null);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void tick(long now) {
        throw new NoClassDefFoundError("for the test");
    }
}
