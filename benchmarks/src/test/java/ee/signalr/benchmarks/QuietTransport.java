// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import ee.signalr.TransportType;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Sends at once, and remembers no more than the last frame and how many there were. One send at a time, on any thread. */
final class QuietTransport implements Transport {

    private final TransportConnection connection;
    private volatile int frames;
    private volatile @Nullable OutboundMessage last;

    QuietTransport(TransportConnection connection) {
        this.connection = connection;
    }

    int frames() {
        return frames;
    }

    /** The bytes of the last frame. */
    byte[] last() {
        OutboundMessage frame = last;
        return frame == null ? new byte[0] : frame.bytes();
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one send at a time
    public void send(OutboundMessage frame) {
        last = frame;
        frames++;
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
        // no time limits of its own
    }
}
