// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.core.transport.OutboundMessage;
import java.util.concurrent.Semaphore;

/**
 * Sends for whose end the calling thread waits. Only so many threads of an application wait at the same time, so that clients that do
 * not read cannot use up a pool; past it frames are sent asynchronously. Thread-safe.
 */
final class WaitingSends {

    /** How many threads may wait at the same time: half of those for output, a quarter of those for calls as it is by default. */
    static final int MAXIMUM = 64;

    private final Semaphore permits = new Semaphore(MAXIMUM);

    /** Sends a frame, and waits for its end where the calling thread may. */
    void send(WebSocketTransport carrier, OutboundMessage frame) {
        if (!permits.tryAcquire()) {
            carrier.sendAsynchronously(frame);
            return;
        }
        try {
            carrier.sendAndWait(frame);
        } finally {
            permits.release();
        }
    }
}
