// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.security.CallerIdentity;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** Replaces the authentication of a living connection by that of the request, if it is the same user's. Thread-safe. */
final class RefreshHandler implements RequestHandler {

    private final ConnectionManager connections;
    private final TransportOrigins origins;
    private final InstantSource time;

    RefreshHandler(ConnectionManager connections, TransportOrigins origins, InstantSource time) {
        this.connections = connections;
        this.origins = origins;
        this.time = time;
    }

    @Override
    public void handle(HubRequest asked) throws IOException {
        Optional<String> token = ConnectionLookup.token(asked.request());
        Optional<TransportConnection> found =
                token.flatMap(id -> connections.find(id, asked.endpoint())).filter(RefreshHandler::isRefreshable);
        Optional<RefreshError> error = token.isEmpty()
                ? Optional.of(RefreshError.MISSING_CONNECTION_TOKEN)
                : error(found, asked.caller().identity());
        if (error.isPresent()) {
            error.get().answer(asked.response());
        } else {
            refresh(found.orElseThrow(), asked);
        }
    }

    /** Only its secret token proves that a connection is the client's; one without negotiate, or of version 0, has none. */
    private static boolean isRefreshable(TransportConnection connection) {
        return !connection.id().equals(connection.token());
    }

    private static Optional<RefreshError> error(Optional<TransportConnection> found, CallerIdentity caller) {
        if (found.isEmpty()) {
            return Optional.of(RefreshError.CONNECTION_NOT_FOUND);
        }
        if (!caller.isAuthenticated()) {
            return Optional.of(RefreshError.INVALID_TOKEN);
        }
        return found.get().caller().isSameUser(caller) ? Optional.empty() : Optional.of(RefreshError.USER_CHANGED);
    }

    private void refresh(TransportConnection connection, HubRequest asked) throws IOException {
        CallerIdentity caller = asked.caller().identity();
        connection.refresh(caller, origins.context(asked));
        OptionalInt lifetime = TokenLifetime.seconds(caller, time.instant());
        String body = lifetime.isPresent() ? "{\"tokenLifetimeSeconds\":" + lifetime.getAsInt() + "}" : "{}";
        Answers.json(asked.response(), HttpServletResponse.SC_OK, body.getBytes(StandardCharsets.US_ASCII));
    }
}
