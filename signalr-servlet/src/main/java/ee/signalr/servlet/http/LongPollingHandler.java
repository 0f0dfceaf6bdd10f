// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.Transport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes polls: the first starts the connection and is answered at once, the others wait. Thread-safe. */
final class LongPollingHandler implements RequestHandler {

    private final ConnectionLookup lookup;
    private final TransportOrigins origins;
    private final BodyStreams streams;

    LongPollingHandler(ConnectionLookup lookup, TransportOrigins origins, BodyStreams streams) {
        this.lookup = lookup;
        this.origins = origins;
        this.streams = streams;
    }

    @Override
    public void handle(HubRequest asked) throws IOException {
        HttpServletResponse response = asked.response();
        Answers.forbidCaching(response);
        Optional<TransportConnection> found = lookup.find(asked);
        if (found.isEmpty()) {
            return;
        }
        if (!TransportRules.isAvailable(TransportType.LONG_POLLING, asked.endpoint(), asked.request())) {
            TransportRules.refuse(TransportType.LONG_POLLING, response);
            return;
        }
        TransportConnection connection = found.get();
        if (connection.transport() == null) {
            start(connection, asked);
        } else {
            poll(connection, asked);
        }
    }

    private void start(TransportConnection connection, HubRequest asked) throws IOException {
        LongPollingTransport transport = new LongPollingTransport(connection);
        StartResult started = connection.start(transport, origins.of(asked));
        HttpServletResponse response = asked.response();
        switch (started) {
            case STARTED -> {
                transport.opened();
                Answers.empty(response, HttpServletResponse.SC_OK, Answers.BYTES);
            }
            case ALREADY_STARTED -> poll(connection, asked);
            case TRANSPORT_CHANGED, RESUMED, ENDED -> TransportRules.refuse(started, response);
        }
    }

    private void poll(TransportConnection connection, HubRequest asked) throws IOException {
        Transport present = connection.transport();
        if (present instanceof LongPollingTransport transport) {
            connection.owner().renew(asked.caller().identity());
            transport.accept(Poll.begin(transport, asked.request(), asked.response(), streams));
        } else {
            TransportRules.refuse(StartResult.TRANSPORT_CHANGED, asked.response());
        }
    }
}
