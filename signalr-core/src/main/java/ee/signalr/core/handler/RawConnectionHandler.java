// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.ConnectionContext;
import ee.signalr.core.connection.ConnectionListener;
import ee.signalr.core.connection.EndpointHandler;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.dispatch.ConnectionHandlerActivation;
import ee.signalr.core.dispatch.ConnectionHandlerActivator;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import java.util.concurrent.Executor;

/** Serves the connections of one connection handler of the application. Immutable and thread-safe. */
public final class RawConnectionHandler implements EndpointHandler {

    private final ConnectionHandlerDefinition definition;
    private final ConnectionHandlerActivator activator;
    private final Executor executor;

    /**
     * Makes it.
     *
     * @param executor runs user code
     */
    public RawConnectionHandler(
            ConnectionHandlerDefinition definition, ConnectionHandlerActivator activator, Executor executor) {
        this.definition = definition;
        this.activator = activator;
        this.executor = executor;
    }

    @Override
    public ConnectionListener open(TransportConnection connection) {
        Executor threads = CallerExecutor.of(executor, connection);
        RawConnection context = new RawConnection(connection, definition.format(), threads);
        RawSession session = new RawSession(this, connection, context, threads);
        session.begin();
        return session;
    }

    /** Nothing else tells a client where a message of its application ends. */
    @Override
    public boolean joinsMessages() {
        return false;
    }

    ConnectionHandlerActivation activate(ConnectionContext connection) {
        return activator.activate(definition.handlerClass(), connection);
    }

    void ended(ConnectionContext connection) {
        activator.ended(connection);
    }
}
