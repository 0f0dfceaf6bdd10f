// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.TransportConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes what a client posts, one request after the other for each connection. Thread-safe. */
final class SendHandler implements RequestHandler {

    private final ConnectionLookup lookup;
    private final BodyStreams streams;

    SendHandler(ConnectionLookup lookup, BodyStreams streams) {
        this.lookup = lookup;
        this.streams = streams;
    }

    @Override
    public void handle(ConnectionEndpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<TransportConnection> found = lookup.find(endpoint, request, response);
        if (found.isEmpty()) {
            return;
        }
        TransportConnection connection = found.get();
        if (connection.transport() != null && connection.transportType() == TransportType.WEB_SOCKETS) {
            Answers.text(
                    response,
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "POST requests are not allowed for WebSocket connections.");
            return;
        }
        if (!request.isAsyncSupported()) {
            // Nobody who negotiated was offered a transport that posts.
            TransportRules.refuse(TransportType.LONG_POLLING, response);
            return;
        }
        BodyReader.begin(connection, request, response, streams);
    }
}
