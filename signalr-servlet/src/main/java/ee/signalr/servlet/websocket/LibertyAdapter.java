// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.WebSocketSending;
import jakarta.websocket.Session;

/**
 * What Open Liberty wants: it gathers whole frames even for handlers of parts, so it must be told how much that may be.
 * Broadcasts sent by waiting workers get most of twice as far as asynchronous ones: see docs/performance.md. Thread-safe.
 */
final class LibertyAdapter implements ServerAdapter {

    private final int maximumFrameSize;

    LibertyAdapter(int maximumFrameSize) {
        this.maximumFrameSize = maximumFrameSize;
    }

    @Override
    public void prepare(Session session) {
        session.setMaxTextMessageBufferSize(maximumFrameSize);
        session.setMaxBinaryMessageBufferSize(maximumFrameSize);
    }

    @Override
    public WebSocketSending sending() {
        return WebSocketSending.WORKER;
    }
}
