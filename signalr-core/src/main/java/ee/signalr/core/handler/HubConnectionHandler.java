// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionListener;
import ee.signalr.core.connection.EndpointHandler;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.dispatch.ErrorMessages;
import ee.signalr.core.dispatch.HubDispatcher;
import ee.signalr.core.lifetime.HubLifetimeManager;
import ee.signalr.core.protocol.HubProtocols;
import ee.signalr.spi.UserIdProvider;

/** Serves the connections of one hub. Immutable and thread-safe. */
public final class HubConnectionHandler implements EndpointHandler {

    private final HubDispatcher dispatcher;
    private final HubLifetimeManager lifetime;
    private final HubProtocols protocols;
    private final UserIdProvider userIds;
    private final Settings settings;
    private final HandlerThreads threads;
    private final ErrorMessages errors;

    /** Makes the handler of one hub. */
    public HubConnectionHandler(
            HubDispatcher dispatcher,
            HubLifetimeManager lifetime,
            HubProtocols protocols,
            UserIdProvider userIds,
            Settings settings,
            HandlerThreads threads) {
        this.dispatcher = dispatcher;
        this.lifetime = lifetime;
        this.protocols = protocols;
        this.userIds = userIds;
        this.settings = settings;
        this.threads = threads;
        this.errors = new ErrorMessages(settings.get(Options.ENABLE_DETAILED_ERRORS));
    }

    @Override
    public ConnectionListener open(TransportConnection connection) {
        return new HubSession(this, connection);
    }

    HubDispatcher dispatcher() {
        return dispatcher;
    }

    HubLifetimeManager lifetime() {
        return lifetime;
    }

    HubProtocols protocols() {
        return protocols;
    }

    UserIdProvider userIds() {
        return userIds;
    }

    Settings settings() {
        return settings;
    }

    HandlerThreads threads() {
        return threads;
    }

    ErrorMessages errors() {
        return errors;
    }
}
