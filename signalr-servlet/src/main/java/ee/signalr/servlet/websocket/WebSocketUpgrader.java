// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.TransportConnection;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.concurrent.Executor;

/** Turns a request into a WebSocket that carries a connection. Thread-safe. */
public final class WebSocketUpgrader {

    /** The name of the attribute with the server's WebSockets. */
    static final String CONTAINER = "jakarta.websocket.server.ServerContainer";

    private final ServerUpgrade upgrade;
    private final ServerAdapter adapter;
    private final InputWaits inputWaits = new InputWaits();
    private final FrameSending sending;
    private final Executor closer;

    WebSocketUpgrader(ServerUpgrade upgrade, ServerAdapter adapter, FrameSending sending, Executor closer) {
        this.upgrade = upgrade;
        this.adapter = adapter;
        this.sending = sending;
        this.closer = closer;
    }

    /**
     * Makes an upgrader, on a server that has WebSockets.
     *
     * @param context the context of the application, whose listeners have been told that it is initialized
     * @param settings the options of the application
     * @param closer runs what may block for a while: closing a WebSocket whose peer does not read, or sending to it
     */
    public static WebSocketUpgrader of(ServletContext context, Settings settings, Executor closer) {
        ServerContainer container = (ServerContainer) context.getAttribute(CONTAINER);
        ServerAdapter adapter = ServerAdapter.of(container.getClass().getName(), settings);
        FrameSending sending = FrameSending.of(adapter.sending(settings), closer);
        return new WebSocketUpgrader(TyrusBridge.of(context, container), adapter, sending, closer);
    }

    /** Makes the carrier of a connection, to be started before the {@linkplain #upgrade upgrade}. */
    public WebSocketTransport transport(TransportConnection connection) {
        return new WebSocketTransport(connection, inputWaits, sending, closer, adapter.clientClosesFirst());
    }

    /**
     * Answers the request with the upgrade.
     *
     * @param transport the carrier, already started
     */
    public void upgrade(HttpServletRequest request, HttpServletResponse response, WebSocketTransport transport)
            throws IOException, ServletException {
        try {
            upgrade.upgrade(request, response, new HubEndpoint(transport, adapter), transport.subProtocols());
        } catch (DeploymentException refused) {
            throw new ServletException(refused);
        }
    }
}
