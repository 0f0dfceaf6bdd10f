// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Optional;

/**
 * The endpoint that Tyrus knows: finds the one that a WebSocket is for, by the id in its path, and passes on what happens. Refuses
 * who comes with another id. Thread-safe.
 */
public final class BridgeEndpoint extends Endpoint {

    private static final System.Logger LOG = System.getLogger(BridgeEndpoint.class.getName());

    private static final String PROPERTY = BridgeEndpoint.class.getName();

    private final PendingUpgrades pending;

    BridgeEndpoint(PendingUpgrades pending) {
        this.pending = pending;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        Optional<HubEndpoint> found = pending.take(session.getPathParameters().get(TyrusBridge.VARIABLE));
        if (found.isPresent()) {
            session.getUserProperties().put(PROPERTY, found.get());
            found.get().onOpen(session, config);
        } else {
            refuse(session);
        }
    }

    private static void refuse(Session session) {
        LOG.log(System.Logger.Level.DEBUG, "Somebody has tried an internal path of WebSockets");
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, ""));
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "A WebSocket on an internal path could not be closed", gone);
        }
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (session.getUserProperties().remove(PROPERTY) instanceof HubEndpoint endpoint) {
            endpoint.onClose(session, reason);
        }
    }

    @Override
    public void onError(Session session, Throwable failure) {
        if (session.getUserProperties().get(PROPERTY) instanceof HubEndpoint endpoint) {
            endpoint.onError(session, failure);
        }
    }
}
