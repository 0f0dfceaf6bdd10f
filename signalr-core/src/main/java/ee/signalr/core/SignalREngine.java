// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.HubContext;
import ee.signalr.core.config.ApplicationSettings;
import ee.signalr.core.config.ConfigurationException;
import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.protocol.HubProtocols;
import ee.signalr.spi.TokenAuthenticator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SignalR of one application: its hubs and connection handlers, its connections, its threads. Made at deployment, started when the server can take
 * requests, stopped with the application. Thread-safe.
 */
public final class SignalREngine {

    private static final System.Logger LOG = System.getLogger(SignalREngine.class.getName());

    private final EngineDefinition definition;
    private final LongSupplier clock;
    private final Map<Class<?>, HubRuntime> hubs = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable RunningEngine running;
    private volatile List<ConnectionEndpoint> endpoints = List.of();
    private volatile Settings settings = Settings.defaults();
    private volatile @Nullable TokenAuthenticator authenticator;
    private volatile boolean stopped;

    /** Makes an engine that is not started. */
    public SignalREngine(EngineDefinition definition) {
        this(definition, System::nanoTime);
    }

    SignalREngine(EngineDefinition definition, LongSupplier clock) {
        this.definition = definition;
        this.clock = clock;
        definition.hubs().forEach(hub -> hubs.put(hub.hubClass(), new HubRuntime(hub, clock)));
    }

    /** The hubs; an immutable list. */
    public List<HubDefinition> hubs() {
        return definition.hubs();
    }

    /**
     * A hub seen from outside; works before the start too, when there are no clients yet.
     *
     * @throws IllegalArgumentException when the application has no such hub
     */
    @SuppressWarnings("unchecked") // the context does not use its type parameter
    public <H> HubContext<H> hubContext(Class<H> hubClass) {
        HubRuntime hub = hubs.get(hubClass);
        if (hub == null) {
            throw new IllegalArgumentException(hubClass.getName() + " is not a hub of this application");
        }
        return (HubContext<H>) hub.context();
    }

    /**
     * Starts to serve. Calls after the first do nothing.
     *
     * @throws ee.signalr.core.config.ConfigurationException when the options are wrong
     * @throws IllegalStateException when the engine has been stopped, or a factory makes a protocol of another name
     */
    public void start(EngineEnvironment environment) {
        lock.lock();
        try {
            if (stopped) {
                throw new IllegalStateException("SIGNALR-1009: the engine has been stopped");
            }
            if (running != null) {
                return;
            }
            ApplicationSettings resolved = definition
                    .configuration()
                    .settings(
                            environment.contextParameters(),
                            definition.protocols().names());
            List<RawRuntime> raw = RawRuntime.of(definition.rawHandlers(), resolved);
            HubProtocols protocols = definition.protocols().open(resolved.common());
            RunningEngine started = new RunningEngine(resolved.common(), environment.threads(), clock);
            authenticator = authenticator(environment);
            // First, because it needs a thread: an engine that has not got one has not started.
            started.startSweeping(
                    hubs.values().stream().map(HubRuntime::lifetime).toList());
            running = started;
            settings = resolved.common();
            endpoints = Stream.concat(
                            hubs.values().stream().map(hub -> endpoint(hub, resolved, protocols, started)),
                            raw.stream().map(handler -> endpoint(handler, started)))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable TokenAuthenticator authenticator(EngineEnvironment environment) {
        ConfigurationSource source = definition.configuration().source(environment.contextParameters());
        try {
            return definition.hooks().callers().open(source::value).orElse(null);
        } catch (IllegalArgumentException unusable) {
            throw new ConfigurationException(List.of(String.valueOf(unusable.getMessage())));
        }
    }

    private ConnectionEndpoint endpoint(
            HubRuntime hub, ApplicationSettings resolved, HubProtocols protocols, RunningEngine started) {
        Settings own = resolved.hubs().get(hub.definition().name());
        return hub.endpoint(definition, protocols, own == null ? resolved.common() : own, started.threads());
    }

    private ConnectionEndpoint endpoint(RawRuntime handler, RunningEngine started) {
        return handler.endpoint(definition.rawHandlers(), started.threads().executor());
    }

    /** Where connections are made, one per hub and then one per connection handler; an immutable list, empty before the start. */
    public List<ConnectionEndpoint> endpoints() {
        return endpoints;
    }

    /** Tells whom tokens stand for; empty when tokens are not accepted, and before the start. */
    public Optional<TokenAuthenticator> authenticator() {
        return Optional.ofNullable(authenticator);
    }

    /** The roles for which the container is to be asked; an immutable set. */
    public Set<String> roleNames() {
        return definition.hooks().callers().roleNames();
    }

    /** The options of the application; the defaults before the start. */
    public Settings settings() {
        return settings;
    }

    /**
     * The connections.
     *
     * @throws IllegalStateException before the start
     */
    public ConnectionManager connections() {
        RunningEngine started = running;
        if (started == null) {
            throw new IllegalStateException("SIGNALR-1010: the engine has not been started");
        }
        return started.connections();
    }

    /**
     * How the engine is: whether it takes connections, whether its sweep goes on, and how many connections there are. Walks over all
     * connections, so it is for those who ask every few seconds.
     */
    public EngineHealth health() {
        RunningEngine started = running;
        if (started == null) {
            return EngineHealth.NOT_STARTED;
        }
        boolean ready = !stopped && !endpoints.isEmpty();
        // After the stop nothing sweeps, and nothing has to.
        boolean live = stopped || started.sweeps();
        return new EngineHealth(ready, live, started.connections().counts(endpoints));
    }

    /**
     * Stops to serve: tells clients that they may reconnect, ends connections and threads, and closes the JSON binding. Takes a
     * few seconds at most. Calls after the first do nothing.
     */
    public void stop() {
        RunningEngine started;
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            stopped = true;
            started = running;
        } finally {
            lock.unlock();
        }
        if (started != null) {
            started.stop();
        }
        try {
            definition.protocols().jsonb().close();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-1011: the JSON binding could not be closed", failure);
        }
    }
}
