// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.TransportConnection;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;

/** Turns a request into a WebSocket that carries a connection. Thread-safe. */
public final class WebSocketUpgrader {

    private final ServerContainer container;
    private final ServerAdapter adapter;
    private final InputWaits inputWaits = new InputWaits();
    private final Executor closer;

    private WebSocketUpgrader(ServerContainer container, Settings settings, Executor closer) {
        this.container = container;
        this.adapter = ServerAdapter.of(container.getClass().getName(), settings);
        this.closer = closer;
    }

    /**
     * Makes an upgrader.
     *
     * @param container the server's WebSockets: the value of the servlet context attribute of that name, untyped so that a server
     *     without them needs no such class
     * @param settings the options of the application
     * @param closer runs what may block for a while: closing a WebSocket whose peer does not read
     */
    public static WebSocketUpgrader of(Object container, Settings settings, Executor closer) {
        return new WebSocketUpgrader((ServerContainer) container, settings, closer);
    }

    /** Makes the carrier of a connection, to be started before the {@linkplain #upgrade upgrade}. */
    public WebSocketTransport transport(TransportConnection connection) {
        return new WebSocketTransport(connection, inputWaits, closer);
    }

    /**
     * Answers the request with the upgrade.
     *
     * @param transport the carrier, already started
     */
    public void upgrade(HttpServletRequest request, HttpServletResponse response, WebSocketTransport transport)
            throws IOException, ServletException {
        HubEndpointConfig config = new HubEndpointConfig(
                request.getServletPath(), new HubEndpoint(transport, adapter), transport.subProtocols());
        try {
            container.upgradeHttpToWebSocket(request, response, config, Map.of());
        } catch (DeploymentException refused) {
            throw new ServletException(refused);
        }
    }
}
