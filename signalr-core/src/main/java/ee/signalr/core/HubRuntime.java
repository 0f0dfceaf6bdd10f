// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.HubContext;
import ee.signalr.core.clients.DefaultHubContext;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.dispatch.ErrorMessages;
import ee.signalr.core.dispatch.FilterChain;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.HubDispatcher;
import ee.signalr.core.handler.HandlerThreads;
import ee.signalr.core.handler.HubConnectionHandler;
import ee.signalr.core.lifetime.HubLifetimeManager;
import ee.signalr.core.lifetime.InMemoryHubLifetimeManager;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocols;
import java.util.function.LongSupplier;

/** One hub with all that it needs. Immutable and thread-safe. */
final class HubRuntime {

    private final HubDefinition definition;
    private final HubLifetimeManager lifetime;
    private final HubContext<?> context;

    HubRuntime(HubDefinition definition, LongSupplier clock) {
        this.definition = definition;
        this.lifetime = new InMemoryHubLifetimeManager(clock);
        this.context = new DefaultHubContext<>(lifetime);
    }

    HubDefinition definition() {
        return definition;
    }

    HubContext<?> context() {
        return context;
    }

    HubLifetimeManager lifetime() {
        return lifetime;
    }

    ConnectionEndpoint endpoint(
            EngineDefinition engine, HubProtocols known, Settings settings, HandlerThreads threads) {
        HubProtocols protocols = known.only(settings.get(Options.SUPPORTED_PROTOCOLS));
        ErrorMessages errors = new ErrorMessages(settings.get(Options.ENABLE_DETAILED_ERRORS));
        HubDispatcher dispatcher = new HubDispatcher(
                definition,
                engine.activator(),
                errors,
                FilterChain.of(
                        engine.hooks().filters(), definition.hubClass(), engine.activator(), threads.executor()));
        HubConnectionHandler handler = new HubConnectionHandler(
                dispatcher, lifetime, protocols, engine.hooks().userIds(), settings, threads);
        return new ConnectionEndpoint(
                definition.name(),
                definition.paths(),
                settings,
                protocols.all().stream().map(HubProtocol::name).toList(),
                definition.requirement(),
                handler);
    }
}
