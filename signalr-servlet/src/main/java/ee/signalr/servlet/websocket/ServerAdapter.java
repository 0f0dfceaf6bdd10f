// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import jakarta.websocket.Session;

/** What has to be done on one server and not on another. It exists so that the transport knows none of them. Thread-safe. */
interface ServerAdapter {

    /** Prepares a session that has just been opened. */
    void prepare(Session session);

    /**
     * Whether a client that has been told of the end in a message is to close the WebSocket, with this side only following when it
     * does not.
     */
    boolean letsClientsCloseFirst();

    /**
     * The adapter for a server.
     *
     * @param container the name of the class that implements its WebSockets
     */
    static ServerAdapter of(String container, Settings settings) {
        boolean liberty = container.startsWith("com.ibm.ws.wsoc.") || container.startsWith("io.openliberty.wsoc.");
        return liberty ? new Liberty(settings.get(Options.WEBSOCKET_MAX_FRAME_SIZE)) : new AnyServer();
    }

    /** A server that needs nothing. */
    record AnyServer() implements ServerAdapter {

        @Override
        public void prepare(Session session) {
            // nothing to do
        }

        @Override
        public boolean letsClientsCloseFirst() {
            return false;
        }
    }

    /**
     * Liberty gathers whole frames even for handlers of parts, so it must be told how much that may be. And when it closes a
     * WebSocket it takes a Close frame that comes from the client meanwhile for the answer to its own, which it has not written yet:
     * it ends the connection without one, and the client sees a failure. Official clients send theirs as soon as they have read, or
     * written, the message that ends the connection, so that both meet again and again.
     *
     * @param maximum bytes that a frame may have
     */
    record Liberty(int maximum) implements ServerAdapter {

        @Override
        public void prepare(Session session) {
            session.setMaxTextMessageBufferSize(maximum);
            session.setMaxBinaryMessageBufferSize(maximum);
        }

        @Override
        public boolean letsClientsCloseFirst() {
            return true;
        }
    }
}
