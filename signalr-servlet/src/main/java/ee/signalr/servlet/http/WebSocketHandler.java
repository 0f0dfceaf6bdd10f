// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.Admission;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.servlet.websocket.WebSocketTransport;
import ee.signalr.servlet.websocket.WebSocketUpgrader;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Opens a WebSocket, on a connection that has been negotiated or on a new one. Whatever is wrong is answered before the upgrade,
 * as plain HTTP. Thread-safe.
 */
final class WebSocketHandler implements RequestHandler {

    private static final System.Logger LOG = System.getLogger(WebSocketHandler.class.getName());

    private final ConnectionManager connections;
    private final ConnectionLookup lookup;
    private final TransportOrigins origins;
    private final WebSocketUpgrader upgrader;

    WebSocketHandler(
            ConnectionManager connections,
            ConnectionLookup lookup,
            TransportOrigins origins,
            WebSocketUpgrader upgrader) {
        this.connections = connections;
        this.origins = origins;
        this.lookup = lookup;
        this.upgrader = upgrader;
    }

    @Override
    public void handle(HubRequest asked) throws IOException, ServletException {
        if (ConnectionLookup.token(asked.request()).isPresent()) {
            Optional<TransportConnection> found = lookup.find(asked);
            if (found.isPresent()) {
                start(found.get(), asked);
            }
        } else if (isOffered(asked)) {
            Admission admission = connections.create(asked.endpoint(), ConnectionKind.FOUND_BY_ID, asked.applicant());
            if (admission.outcome() == Admission.Outcome.ADMITTED) {
                start(admission.connection(), asked);
            } else {
                TransportRules.refuse(admission.outcome(), asked.response());
            }
        }
    }

    private static boolean isOffered(HubRequest asked) throws IOException {
        boolean offered = TransportRules.isAvailable(TransportType.WEB_SOCKETS, asked.endpoint(), asked.request());
        if (!offered) {
            TransportRules.refuse(TransportType.WEB_SOCKETS, asked.response());
        }
        return offered;
    }

    private void start(TransportConnection connection, HubRequest asked) throws IOException, ServletException {
        if (!isOffered(asked)) {
            return;
        }
        HttpServletResponse response = asked.response();
        WebSocketTransport transport = upgrader.transport(connection);
        // Now, because the request is of no use any more once it has been upgraded.
        TransportOrigin origin = origins.of(asked);
        StartResult started = connection.start(transport, origin);
        if (started != StartResult.STARTED && started != StartResult.RESUMED) {
            TransportRules.refuse(started, response);
            return;
        }
        boolean upgraded = false;
        try {
            upgrader.upgrade(asked.request(), response, transport);
            upgraded = true;
        } finally {
            if (!upgraded) {
                LOG.log(System.Logger.Level.DEBUG, "The server does not upgrade the request of {0}", connection);
                transport.neverOpened();
            }
        }
    }
}
