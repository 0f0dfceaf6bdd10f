// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.WebSocketSending;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import jakarta.websocket.Session;

/** What has to be done on one server and not on another. It exists so that the transport knows none of them. Thread-safe. */
@FunctionalInterface
interface ServerAdapter {

    /** Prepares a session that has just been opened. */
    void prepare(Session session);

    /** How frames are sent where the application leaves that to the server. */
    default WebSocketSending sending() {
        return WebSocketSending.ASYNCHRONOUS;
    }

    /** How frames are sent: as the application says, or as is best on this server. */
    default WebSocketSending sending(Settings settings) {
        WebSocketSending chosen = settings.get(Options.WEBSOCKET_SENDING);
        return chosen == WebSocketSending.AUTOMATIC ? sending() : chosen;
    }

    /** Whether a client that says goodbye is left to close first even on the thread that delivers its goodbye. */
    default boolean clientClosesFirst() {
        return false;
    }

    /**
     * The adapter for a server.
     *
     * @param container the name of the class that implements its WebSockets
     */
    static ServerAdapter of(String container, Settings settings) {
        if (container.startsWith("com.ibm.ws.wsoc.") || container.startsWith("io.openliberty.wsoc.")) {
            return new LibertyAdapter(settings.get(Options.WEBSOCKET_MAX_FRAME_SIZE));
        }
        if (container.startsWith("org.apache.tomcat.websocket.")) {
            return new TomcatAdapter();
        }
        if (container.startsWith("org.glassfish.tyrus.")) {
            return new TyrusAdapter();
        }
        return container.startsWith("io.undertow.") ? new UndertowAdapter() : session -> {};
    }
}
