// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.WebSocketSending;
import jakarta.websocket.Session;

/**
 * What Tyrus, of GlassFish and Payara, wants: when a session is closed here it ends the TCP connection right behind its own Close
 * frame. A client that is about to close, as the official Java client is behind its goodbye, then writes into a closed socket, and
 * takes that for a failure. Broadcasts sent by waiting workers get half as far again as asynchronous ones, and further: see
 * docs/performance.md. Thread-safe.
 */
final class TyrusAdapter implements ServerAdapter {

    @Override
    public void prepare(Session session) {
        // Nothing to set.
    }

    @Override
    public WebSocketSending sending() {
        return WebSocketSending.WORKER;
    }

    @Override
    public boolean clientClosesFirst() {
        return true;
    }
}
