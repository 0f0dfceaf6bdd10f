// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Opens an event stream on a connection that has been negotiated. Thread-safe. */
final class ServerSentEventsHandler implements RequestHandler {

    private final ConnectionLookup lookup;
    private final BodyStreams streams;

    ServerSentEventsHandler(ConnectionLookup lookup, BodyStreams streams) {
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
        if (!TransportRules.isAvailable(TransportType.SERVER_SENT_EVENTS, endpoint, request)) {
            TransportRules.refuse(TransportType.SERVER_SENT_EVENTS, response);
            return;
        }
        TransportConnection connection = found.get();
        ServerSentEventsTransport transport = new ServerSentEventsTransport(connection);
        StartResult started = connection.start(transport, Callers.origin(request));
        if (started != StartResult.STARTED) {
            TransportRules.refuse(started, response);
            return;
        }
        try {
            transport.open(request, response, streams);
        } catch (IOException | RuntimeException unable) {
            transport.close(CloseStatus.ABORTED);
            throw unable;
        }
    }
}
