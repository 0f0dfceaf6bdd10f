// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.security.CallerIdentity;
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
    Optional<TransportConnection> find(HubRequest asked) throws IOException {
        HttpServletResponse response = asked.response();
        Optional<String> token = token(asked.request());
        if (token.isEmpty()) {
            Answers.text(response, HttpServletResponse.SC_BAD_REQUEST, "Connection ID required");
            return Optional.empty();
        }
        Optional<TransportConnection> found = connections.find(token.get(), asked.endpoint());
        if (found.isEmpty()) {
            Answers.text(response, HttpServletResponse.SC_NOT_FOUND, "No Connection with that ID");
            return Optional.empty();
        }
        CallerIdentity caller = asked.caller().identity();
        if (!found.get().caller().isSameUser(caller)) {
            refuse(caller, response);
            return Optional.empty();
        }
        return found;
    }

    /** Answers whoever got hold of somebody's token: the connection is not touched. */
    private static void refuse(CallerIdentity caller, HttpServletResponse response) throws IOException {
        if (caller.isAuthenticated()) {
            Answers.empty(response, HttpServletResponse.SC_FORBIDDEN);
        } else {
            Answers.unauthorized(response);
        }
    }
}
