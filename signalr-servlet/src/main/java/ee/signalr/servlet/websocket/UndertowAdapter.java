// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.websocket.Session;

/**
 * What Undertow, the web server of WildFly, wants: it reads on while another thread delivers what it has read. When a session is
 * closed here between the moment at which it sees the client's Close frame and that at which it answers, each leaves the answer to
 * the other: nobody sends one. Thread-safe.
 */
final class UndertowAdapter implements ServerAdapter {

    @Override
    public void prepare(Session session) {
        // Nothing to set.
    }

    @Override
    public boolean clientClosesFirst() {
        return true;
    }
}
