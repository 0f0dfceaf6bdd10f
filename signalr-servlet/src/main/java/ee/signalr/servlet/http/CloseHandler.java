// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.TransportConnection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Ends the connection of a long-polling client that says goodbye. Thread-safe. */
final class CloseHandler implements RequestHandler {

    private final ConnectionLookup lookup;

    CloseHandler(ConnectionLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public void handle(HubRequest asked) throws IOException {
        Optional<TransportConnection> found = lookup.find(asked);
        if (found.isEmpty()) {
            return;
        }
        TransportConnection connection = found.get();
        HttpServletResponse response = asked.response();
        if (connection.transport() == null || connection.transportType() != TransportType.LONG_POLLING) {
            Answers.text(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Cannot terminate this connection using the DELETE endpoint.");
            return;
        }
        Answers.empty(response, HttpServletResponse.SC_ACCEPTED);
        connection.delete();
    }
}
