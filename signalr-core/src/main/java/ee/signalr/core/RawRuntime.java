// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.TransferFormat;
import ee.signalr.TransportType;
import ee.signalr.core.config.ApplicationSettings;
import ee.signalr.core.config.ConfigurationException;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.handler.RawConnectionHandler;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * One connection handler with its options. Immutable.
 *
 * @param definition what is known of it
 * @param settings its options
 */
record RawRuntime(ConnectionHandlerDefinition definition, Settings settings) {

    /**
     * Gives each connection handler its options.
     *
     * @throws ConfigurationException when one is left without a transport, listing all of them
     */
    static List<RawRuntime> of(RawHandlers handlers, ApplicationSettings resolved) {
        List<String> problems = handlers.definitions().stream()
                .filter(definition ->
                        transports(definition, settings(definition, resolved)).isEmpty())
                .map(definition -> "connection handler '" + definition.name()
                        + "': transports has only ServerSentEvents, which carry no binary messages")
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return handlers.definitions().stream()
                .map(definition -> {
                    Settings own = settings(definition, resolved);
                    // What was sent and is lost with a carrier is known by the hub protocols alone.
                    return new RawRuntime(
                            definition,
                            own.with(Options.TRANSPORTS, transports(definition, own))
                                    .with(Options.ALLOW_STATEFUL_RECONNECTS, false));
                })
                .toList();
    }

    private static Settings settings(ConnectionHandlerDefinition definition, ApplicationSettings resolved) {
        return resolved.connectionHandlers().getOrDefault(definition.name(), resolved.common());
    }

    /** What is configured, except that an event stream is text. */
    private static Set<TransportType> transports(ConnectionHandlerDefinition definition, Settings settings) {
        Set<TransportType> transports = EnumSet.copyOf(settings.get(Options.TRANSPORTS));
        if (definition.format() == TransferFormat.BINARY) {
            transports.remove(TransportType.SERVER_SENT_EVENTS);
        }
        return Set.copyOf(transports);
    }

    ConnectionEndpoint endpoint(RawHandlers handlers, Executor executor) {
        return new ConnectionEndpoint(
                definition.name(),
                definition.paths(),
                settings,
                List.of(),
                definition.requirement(),
                new RawConnectionHandler(definition, handlers.activator(), executor));
    }
}
