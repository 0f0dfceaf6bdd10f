// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.TransportConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Finds the connection that a request is about, or answers why there is none. Thread-safe. */
final class ConnectionLookup {

    private final ConnectionManager connections;

    ConnectionLookup(ConnectionManager connections) {
        this.connections = connections;
    }

    /** The token that the request carries, which clients call the id; empty when it carries none. */
    static Optional<String> token(HttpServletRequest request) {
        return QueryString.parameter(RequestTarget.query(request), "id").filter(id -> !id.isEmpty());
    }

    /** The connection; empty when there is none, and the request has been answered. */
    Optional<TransportConnection> find(
            ConnectionEndpoint endpoint, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            Answers.text(response, HttpServletResponse.SC_BAD_REQUEST, "Connection ID required");
            return Optional.empty();
        }
        Optional<TransportConnection> found = connections.find(token.get(), endpoint);
        if (found.isEmpty()) {
            Answers.text(response, HttpServletResponse.SC_NOT_FOUND, "No Connection with that ID");
            return Optional.empty();
        }
        if (!found.get().caller().isSameUser(Callers.identity(request))) {
            // Whoever got hold of somebody's token: the connection is not touched.
            Answers.empty(response, HttpServletResponse.SC_FORBIDDEN);
            return Optional.empty();
        }
        return found;
    }
}
