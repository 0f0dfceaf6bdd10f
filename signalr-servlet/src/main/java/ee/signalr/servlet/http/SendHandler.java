// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
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
    public void handle(HubRequest asked) throws IOException {
        Optional<TransportConnection> found = lookup.find(asked);
        if (found.isPresent()) {
            take(found.get(), asked.request(), asked.response());
        }
    }

    private void take(TransportConnection connection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
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
        if (request.getContentLengthLong() > connection.endpoint().settings().limit(Options.MAXIMUM_POST_SIZE)) {
            // Nothing has been read, so the connection is as it was.
            connection.crossed(Options.MAXIMUM_POST_SIZE);
            Answers.empty(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        BodyReader.begin(connection, request, response, streams);
    }
}
