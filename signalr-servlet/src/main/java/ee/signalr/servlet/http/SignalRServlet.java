// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.servlet.websocket.WebSocketUpgrader;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends each request to the handler for its path, its method and the transport that it asks for, once its origin and its caller
 * have been looked at. Knows no protocol. Thread-safe once initialized.
 */
public final class SignalRServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final RequestHandler METHOD_NOT_ALLOWED =
            asked -> Answers.empty(asked.response(), HttpServletResponse.SC_METHOD_NOT_ALLOWED);

    private final transient HubRoutes routes;
    private final transient HubService service;
    private final transient CallerGate gate;
    private final transient Map<TransportType, RequestHandler> transports = new EnumMap<>(TransportType.class);
    private transient RequestHandler negotiate = METHOD_NOT_ALLOWED;
    private transient RequestHandler refresh = METHOD_NOT_ALLOWED;
    private transient RequestHandler send = METHOD_NOT_ALLOWED;
    private transient RequestHandler close = METHOD_NOT_ALLOWED;

    /** Makes a servlet, to be mapped to the {@linkplain HubRoutes#patterns patterns} of the routes. */
    public SignalRServlet(HubRoutes routes, HubService service) {
        this.routes = routes;
        this.service = service;
        this.gate = new CallerGate(new Callers(service));
    }

    @Override
    public void init() {
        service.started();
        ConnectionManager connections = service.connections();
        ConnectionLookup lookup = new ConnectionLookup(connections);
        TransportOrigins origins = new TransportOrigins(service);
        // Only here do all servers have it.
        Object container = getServletContext().getAttribute("jakarta.websocket.server.ServerContainer");
        negotiate = limited(new NegotiateHandler(connections, service.time(), container != null));
        refresh = new RefreshHandler(connections, origins, service.time());
        BodyStreams streams = BodyStreams.of(getServletContext(), service.background());
        send = new SendHandler(lookup, streams);
        close = new CloseHandler(lookup);
        add(TransportType.SERVER_SENT_EVENTS, new ServerSentEventsHandler(lookup, origins, streams));
        add(TransportType.LONG_POLLING, new LongPollingHandler(lookup, origins, streams));
        if (container != null) {
            WebSocketUpgrader upgrader =
                    WebSocketUpgrader.of(getServletContext(), service.settings(), service.background());
            add(TransportType.WEB_SOCKETS, new WebSocketHandler(connections, lookup, origins, upgrader));
        }
    }

    private void add(TransportType type, RequestHandler handler) {
        transports.put(type, limited(handler));
    }

    private RequestHandler limited(RequestHandler handler) {
        return new HeaderLimit(handler, service.connections().crossings());
    }

    @Override
    public void destroy() {
        service.stopped();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Answers.forbidSniffing(response);
        HubRoute route = routes.find(RequestTarget.path(request)).orElse(null);
        if (route == null) {
            Answers.empty(response, HttpServletResponse.SC_NOT_FOUND);
        } else if (Cors.admit(route, request, response)) {
            Optional<HubRequest> admitted = gate.admit(route, request, response);
            if (admitted.isPresent()) {
                handler(route, request).handle(admitted.get());
            }
        }
    }

    private RequestHandler handler(HubRoute route, HttpServletRequest request) {
        return switch (route.purpose()) {
            case NEGOTIATE -> request.getMethod().equals("POST") ? negotiate : METHOD_NOT_ALLOWED;
            case REFRESH -> request.getMethod().equals("POST") ? refresh : METHOD_NOT_ALLOWED;
            case CONNECT ->
                switch (request.getMethod()) {
                    case "GET" -> transport(TransportRules.requested(request));
                    case "POST" -> send;
                    case "DELETE" -> close;
                    default -> METHOD_NOT_ALLOWED;
                };
        };
    }

    private RequestHandler transport(TransportType requested) {
        // On a server without WebSockets an upgrade is a GET like any other.
        RequestHandler found = transports.getOrDefault(requested, transports.get(TransportType.LONG_POLLING));
        return found == null ? METHOD_NOT_ALLOWED : found;
    }
}
