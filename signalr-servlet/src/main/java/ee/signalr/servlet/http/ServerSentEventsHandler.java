// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Opens an event stream on a connection that has been negotiated. Thread-safe. */
final class ServerSentEventsHandler implements RequestHandler {

    private final ConnectionLookup lookup;
    private final TransportOrigins origins;
    private final BodyStreams streams;

    ServerSentEventsHandler(ConnectionLookup lookup, TransportOrigins origins, BodyStreams streams) {
        this.lookup = lookup;
        this.origins = origins;
        this.streams = streams;
    }

    @Override
    public void handle(HubRequest asked) throws IOException {
        HttpServletResponse response = asked.response();
        Optional<TransportConnection> found = lookup.find(asked);
        if (found.isEmpty()) {
            return;
        }
        if (!TransportRules.isAvailable(TransportType.SERVER_SENT_EVENTS, asked.endpoint(), asked.request())) {
            TransportRules.refuse(TransportType.SERVER_SENT_EVENTS, response);
            return;
        }
        TransportConnection connection = found.get();
        ServerSentEventsTransport transport = new ServerSentEventsTransport(connection);
        StartResult started = connection.start(transport, origins.of(asked));
        if (started != StartResult.STARTED) {
            TransportRules.refuse(started, response);
            return;
        }
        try {
            transport.open(asked.request(), response, streams);
        } catch (IOException | RuntimeException unable) {
            transport.close(CloseStatus.ABORTED);
            throw unable;
        }
    }
}
