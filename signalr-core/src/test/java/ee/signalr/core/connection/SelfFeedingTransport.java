// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.TransportType;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;

/** Does something of the test's within each send, before and after which the send completes. Not thread-safe. */
final class SelfFeedingTransport implements Transport {

    private final TransportConnection connection;
    private final Runnable withinSend;

    SelfFeedingTransport(TransportConnection connection, Runnable withinSend) {
        this.connection = connection;
        this.withinSend = withinSend;
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public void send(OutboundMessage frame) {
        withinSend.run();
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
        // nothing to do
    }
}
