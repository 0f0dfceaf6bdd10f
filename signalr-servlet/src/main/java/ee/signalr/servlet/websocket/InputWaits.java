// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.core.config.Options;
import ee.signalr.core.connection.TransportConnection;
import java.util.concurrent.Semaphore;

/**
 * Makes the thread that delivers a WebSocket's input wait while its hub is busy, which is the only way to stop reading that
 * Jakarta WebSocket has. Only so many threads of an application wait at the same time, each for so long; who would go past that
 * is cut off. Thread-safe.
 */
final class InputWaits {

    /** How many threads of the server may wait at the same time. */
    static final int MAXIMUM = 16;

    private final Semaphore permits = new Semaphore(MAXIMUM);

    /** Returns when the connection takes input again, has ended, or has got another carrier. */
    void awaitRoom(WebSocketTransport transport, TransportConnection connection) {
        if (!permits.tryAcquire()) {
            transport.giveUp(new InputOverflowException(connection.id(), "too many connections wait as well"));
            return;
        }
        try {
            long patience = connection.endpoint().settings().nanos(Options.TRANSPORT_SEND_TIMEOUT);
            if (!transport.awaitInputRoom(connection, patience)) {
                transport.giveUp(new InputOverflowException(connection.id(), "its hub has been busy for too long"));
            }
        } catch (InterruptedException stopping) {
            transport.giveUp(null);
            Thread.currentThread().interrupt();
        } finally {
            permits.release();
        }
    }
}
