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
     * Whether a client that has been told of the end in a message is given a moment to close the WebSocket before this side does.
     * Official clients close it as soon as they have read, or written, that message, and most servers do not cope with two that
     * close at the same time: Liberty and Tomcat end the connection without a Close frame, which clients take for a failure, and
     * Tyrus, in Payara, does not end it.
     */
    default boolean letsClientsCloseFirst() {
        return true;
    }

    /**
     * The adapter for a server.
     *
     * @param container the name of the class that implements its WebSockets
     */
    static ServerAdapter of(String container, Settings settings) {
        if (container.startsWith("com.ibm.ws.wsoc.") || container.startsWith("io.openliberty.wsoc.")) {
            return new Liberty(settings.get(Options.WEBSOCKET_MAX_FRAME_SIZE));
        }
        return container.startsWith("io.undertow.") ? new Undertow() : new AnyServer();
    }

    /** A server that needs nothing special. */
    record AnyServer() implements ServerAdapter {

        @Override
        public void prepare(Session session) {
            // nothing to do
        }
    }

    /**
     * Liberty gathers whole frames even for handlers of parts, so it must be told how much that may be.
     *
     * @param maximum bytes that a frame may have
     */
    record Liberty(int maximum) implements ServerAdapter {

        @Override
        public void prepare(Session session) {
            session.setMaxTextMessageBufferSize(maximum);
            session.setMaxBinaryMessageBufferSize(maximum);
        }
    }

    /**
     * Undertow, in WildFly, copes with both sides closing, but not always with a Close frame that it has to answer while a message
     * of ours is on its way: the answer does not leave then, and the client waits.
     */
    record Undertow() implements ServerAdapter {

        @Override
        public void prepare(Session session) {
            // nothing to do
        }

        @Override
        public boolean letsClientsCloseFirst() {
            return false;
        }
    }
}
