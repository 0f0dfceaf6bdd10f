// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.core.config.Options;
import ee.signalr.core.connection.TransportConnection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes the thread that delivers a WebSocket's input wait while its hub is busy, which is the only way to stop reading that
 * Jakarta WebSocket has. Only so many threads of an application wait at the same time, each for so long; who would go past that
 * is cut off. Thread-safe.
 */
final class InputWaits {

    /** How many threads of the server may wait at the same time. */
    static final int MAXIMUM = 16;

    private final Semaphore permits = new Semaphore(MAXIMUM);

    /** Returns when the connection takes input again or has ended. */
    void awaitRoom(TransportConnection connection) {
        if (!permits.tryAcquire()) {
            connection.abort(new InputOverflowException(connection.id(), "too many connections wait as well"));
            return;
        }
        try {
            CountDownLatch room = new CountDownLatch(1);
            connection.whenInputRoom(room::countDown);
            long patience = connection.endpoint().settings().nanos(Options.TRANSPORT_SEND_TIMEOUT);
            if (!room.await(patience, TimeUnit.NANOSECONDS)) {
                connection.abort(new InputOverflowException(connection.id(), "its hub has been busy for too long"));
            }
        } catch (InterruptedException stopping) {
            connection.abort(null);
            Thread.currentThread().interrupt();
        } finally {
            permits.release();
        }
    }
}
