// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.Admission;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.negotiate.Negotiation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes a connection and tells the client how it may use it. Thread-safe. */
final class NegotiateHandler implements RequestHandler {

    private static final System.Logger LOG = System.getLogger(NegotiateHandler.class.getName());

    private final ConnectionManager connections;
    private final InstantSource time;
    private final boolean webSockets;
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Makes a handler.
     *
     * @param time tells the time
     * @param webSockets whether the server has WebSockets
     */
    NegotiateHandler(ConnectionManager connections, InstantSource time, boolean webSockets) {
        this.connections = connections;
        this.time = time;
        this.webSockets = webSockets;
    }

    @Override
    public void handle(HubRequest asked) throws IOException {
        ConnectionEndpoint endpoint = asked.endpoint();
        HttpServletRequest request = asked.request();
        HttpServletResponse response = asked.response();
        String version = QueryString.parameter(RequestTarget.query(request), "negotiateVersion")
                .orElse(null);
        Negotiation negotiation = Negotiation.of(version, endpoint.settings().get(Options.MINIMUM_PROTOCOL_VERSION));
        if (negotiation.error().isPresent()) {
            answer(negotiation.refusal(), response);
            return;
        }
        boolean reconnect = isReconnectGranted(endpoint, negotiation, request);
        ConnectionKind kind = reconnect ? ConnectionKind.RESUMABLE : kind(negotiation);
        Admission admission = connections.create(endpoint, kind, asked.applicant());
        if (admission.outcome() != Admission.Outcome.ADMITTED) {
            TransportRules.refuse(admission.outcome(), response);
            return;
        }
        TransportConnection connection = admission.connection();
        Set<TransportType> transports = transports(endpoint, request);
        Negotiation told = withTokenLifetime(negotiation, asked);
        answer(told.acceptance(connection.id(), connection.token(), transports, reconnect), response);
    }

    private static void answer(byte[] body, HttpServletResponse response) throws IOException {
        Answers.json(response, HttpServletResponse.SC_OK, body);
    }

    /** Lets clients know when they have to refresh their authentication, where they can. */
    private Negotiation withTokenLifetime(Negotiation negotiation, HubRequest asked) {
        OptionalInt seconds = asked.endpoint().settings().get(Options.ENABLE_AUTHENTICATION_REFRESH)
                ? TokenLifetime.seconds(asked.caller().identity(), time.instant())
                : OptionalInt.empty();
        return seconds.isPresent() ? negotiation.withTokenLifetime(seconds.getAsInt()) : negotiation;
    }

    private static ConnectionKind kind(Negotiation negotiation) {
        return negotiation.version() > 0 ? ConnectionKind.FOUND_BY_TOKEN : ConnectionKind.FOUND_BY_ID;
    }

    /** Whether the client asks for stateful reconnect and the hub allows it; the secret token of version 1 is needed for that. */
    private static boolean isReconnectGranted(
            ConnectionEndpoint endpoint, Negotiation negotiation, HttpServletRequest request) {
        return negotiation.version() > 0
                && endpoint.settings().get(Options.ALLOW_STATEFUL_RECONNECTS)
                && QueryString.parameter(RequestTarget.query(request), "useStatefulReconnect")
                        .filter(asked -> asked.strip().equalsIgnoreCase("true"))
                        .isPresent();
    }

    private Set<TransportType> transports(ConnectionEndpoint endpoint, HttpServletRequest request) {
        Set<TransportType> offered = EnumSet.noneOf(TransportType.class);
        for (TransportType type : endpoint.settings().get(Options.TRANSPORTS)) {
            if (TransportRules.isAvailable(type, endpoint, request)) {
                offered.add(type);
            }
        }
        if (!webSockets) {
            offered.remove(TransportType.WEB_SOCKETS);
        }
        if (!request.isAsyncSupported() && warned.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.WARNING, ServletMessages.ASYNC_NOT_SUPPORTED);
        }
        return offered;
    }
}
