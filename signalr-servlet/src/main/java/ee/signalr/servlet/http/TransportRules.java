// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.Admission;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.StartResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;

/** Which transport a GET request asks for, and the answers when it cannot have it. Stateless. */
final class TransportRules {

    private static final int WEBSOCKET_KEY_LENGTH = 24;

    private static final int TOO_MANY_REQUESTS = 429;

    private static final String RETRY_SECONDS = "5";

    private TransportRules() {}

    /** The transport that a request asks for; the order of the questions is the reference's. */
    static TransportType requested(HttpServletRequest request) {
        if (lists(request, "Accept", "text/event-stream")) {
            return TransportType.SERVER_SENT_EVENTS;
        }
        return isUpgrade(request) ? TransportType.WEB_SOCKETS : TransportType.LONG_POLLING;
    }

    private static boolean isUpgrade(HttpServletRequest request) {
        String key = request.getHeader("Sec-WebSocket-Key");
        return lists(request, "Upgrade", "websocket")
                && lists(request, "Connection", "upgrade")
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && key != null
                && key.strip().length() == WEBSOCKET_KEY_LENGTH;
    }

    /** Whether a header that is a list has the element, its parameters and the case of its letters aside. */
    private static boolean lists(HttpServletRequest request, String header, String element) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch(element::equals);
    }

    /** Whether a request may use a transport: the hub offers it, and the container can do it for this request. */
    static boolean isAvailable(TransportType type, ConnectionEndpoint endpoint, HttpServletRequest request) {
        return endpoint.settings().get(Options.TRANSPORTS).contains(type)
                && (type == TransportType.WEB_SOCKETS || request.isAsyncSupported());
    }

    /** Answers a request for a transport that it cannot have. */
    static void refuse(TransportType type, HttpServletResponse response) throws IOException {
        Answers.text(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                type.wireName() + " transport not supported by this end point type");
    }

    /** Answers a request whose transport could not be started. */
    static void refuse(StartResult result, HttpServletResponse response) throws IOException {
        switch (result) {
            case ALREADY_STARTED -> Answers.empty(response, HttpServletResponse.SC_CONFLICT);
            case TRANSPORT_CHANGED ->
                Answers.text(response, HttpServletResponse.SC_BAD_REQUEST, "Cannot change transports mid-connection");
            case ENDED -> Answers.empty(response, HttpServletResponse.SC_NOT_FOUND);
            case STARTED, RESUMED -> throw new IllegalArgumentException("A transport that has started is not refused");
        }
    }

    /** Answers a request for a connection that there is none for. */
    static void refuse(Admission.Outcome reason, HttpServletResponse response) {
        switch (reason) {
            case STOPPING, SERVER_FULL -> later(HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
            case ADDRESS_FULL, USER_FULL -> later(TOO_MANY_REQUESTS, response);
            case ADMITTED -> throw new IllegalArgumentException("A connection that there is is not refused");
        }
    }

    private static void later(int status, HttpServletResponse response) {
        response.setHeader("Retry-After", RETRY_SECONDS);
        Answers.empty(response, status);
    }
}
