// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.transport.Transport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes polls: the first starts the connection and is answered at once, the others wait. Thread-safe. */
final class LongPollingHandler implements RequestHandler {

    private final ConnectionLookup lookup;
    private final BodyStreams streams;

    LongPollingHandler(ConnectionLookup lookup, BodyStreams streams) {
        this.lookup = lookup;
        this.streams = streams;
    }

    @Override
    public void handle(ConnectionEndpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Answers.forbidCaching(response);
        Optional<TransportConnection> found = lookup.find(endpoint, request, response);
        if (found.isEmpty()) {
            return;
        }
        if (!TransportRules.isAvailable(TransportType.LONG_POLLING, endpoint, request)) {
            TransportRules.refuse(TransportType.LONG_POLLING, response);
            return;
        }
        TransportConnection connection = found.get();
        if (connection.transport() == null) {
            start(connection, request, response);
        } else {
            poll(connection, request, response);
        }
    }

    private void start(TransportConnection connection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LongPollingTransport transport = new LongPollingTransport(connection);
        TransportOrigin origin = Callers.origin(request);
        StartResult started = connection.start(transport, origin);
        switch (started) {
            case STARTED -> {
                transport.opened();
                Answers.empty(response, HttpServletResponse.SC_OK, Answers.BYTES);
            }
            case ALREADY_STARTED -> poll(connection, request, response);
            case TRANSPORT_CHANGED, RESUMED, ENDED -> TransportRules.refuse(started, response);
        }
    }

    private void poll(TransportConnection connection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Transport present = connection.transport();
        if (present instanceof LongPollingTransport transport) {
            transport.accept(Poll.begin(transport, request, response, streams));
        } else {
            TransportRules.refuse(StartResult.TRANSPORT_CHANGED, response);
        }
    }
}
