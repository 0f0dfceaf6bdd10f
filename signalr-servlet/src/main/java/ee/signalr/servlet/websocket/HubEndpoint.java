// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;

/**
 * One WebSocket as the server sees it: passes on to the transport what happens. The server calls it serially. Public because Jetty
 * refuses to upgrade to an endpoint of a class that is not.
 */
public final class HubEndpoint extends Endpoint {

    private static final System.Logger LOG = System.getLogger(HubEndpoint.class.getName());

    private final WebSocketTransport transport;
    private final ServerAdapter adapter;

    HubEndpoint(WebSocketTransport transport, ServerAdapter adapter) {
        this.transport = transport;
        this.adapter = adapter;
    }

    /** The server has answered the request in another way. */
    void neverOpened() {
        transport.neverOpened();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(0);
        adapter.prepare(session);
        session.addMessageHandler(String.class, new TextReceiver(transport));
        session.addMessageHandler(ByteBuffer.class, new BinaryReceiver(transport));
        transport.opened(session);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        LOG.log(System.Logger.Level.DEBUG, "WebSocket closed with {0}: {1}", reason.getCloseCode(), transport);
        transport.closed(isGoodbye(reason.getCloseCode().getCode()));
    }

    /** Whether the client has sent a Close frame; servers use these codes when the WebSocket has ended without one. */
    private static boolean isGoodbye(int code) {
        return code != CloseReason.CloseCodes.CLOSED_ABNORMALLY.getCode()
                && code != CloseReason.CloseCodes.UNEXPECTED_CONDITION.getCode();
    }

    @Override
    public void onError(Session session, Throwable failure) {
        LOG.log(System.Logger.Level.DEBUG, "WebSocket failed: " + transport, failure);
    }
}
