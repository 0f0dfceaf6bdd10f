// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.HubCallerContext;
import ee.signalr.TransportType;
import ee.signalr.core.clients.DefaultHubContext;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.dispatch.ErrorMessages;
import ee.signalr.core.dispatch.FilterChain;
import ee.signalr.core.dispatch.HubDispatcher;
import ee.signalr.core.dispatch.RegisteredFilter;
import ee.signalr.core.handler.HandlerThreads;
import ee.signalr.core.handler.HubConnectionHandler;
import ee.signalr.core.handler.LateFlush;
import ee.signalr.core.lifetime.HubLifetimeManager;
import ee.signalr.core.lifetime.InMemoryHubLifetimeManager;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocols;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.spi.HubFilter;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One hub with all of the engine around it but threads and time, which the test moves: nothing runs before {@link #run}, no time
 * passes before {@link #pass}. Changes of the set-up take effect for clients that come later.
 */
public final class TestServer implements AutoCloseable {

    private static final int MANY = 100_000;

    /** Where the wall clock stands at the beginning. */
    private static final Instant EPOCH = Instant.parse("2030-01-01T00:00:00Z");

    private final ManualClock clock = new ManualClock();
    private final long beginning = clock.getAsLong();
    private final ManualExecutor executor = new ManualExecutor();
    private final ManualTimer timer = new ManualTimer();
    private final ConnectionManager connections = new ConnectionManager(clock, this::time);
    private final InMemoryHubLifetimeManager lifetime = new InMemoryHubLifetimeManager(clock);
    private final JsonbHolder jsonb = new JsonbHolder(JsonbDefaults.config());
    private final JsonHubProtocol json = new JsonHubProtocol(jsonb);
    private final List<HubProtocol> protocols = new ArrayList<>(List.of(json));
    private final List<RegisteredFilter> filters = new ArrayList<>();
    private final Object hub;
    private final TestActivator activator;

    private final Map<String, SecurityRequirement> requirements = new HashMap<>();
    private SecurityRequirement requirement = SecurityRequirement.NONE;
    private Settings settings = Settings.defaults();
    private HubLifetimeManager usedLifetime = lifetime;
    private Executor usedExecutor = executor;
    private UserIds userIds =
            context -> context.principal().map(Principal::getName).orElse(null);
    private @Nullable ConnectionEndpoint endpoint;

    /** Tells whose connection it is; null for nobody's. */
    public interface UserIds {
        @Nullable
        String of(HubCallerContext context);
    }

    public TestServer(Object hub) {
        this.hub = hub;
        this.activator = new TestActivator(hub);
    }

    // ---- set-up

    public <T> TestServer with(Option<T> option, T value) {
        settings = settings.with(option, value);
        endpoint = null;
        return this;
    }

    public TestServer detailed() {
        return with(Options.ENABLE_DETAILED_ERRORS, true);
    }

    public TestServer speaking(HubProtocol protocol) {
        protocols.add(protocol);
        endpoint = null;
        return this;
    }

    /** Runs user code on threads of the test's. */
    public TestServer on(Executor threads) {
        usedExecutor = threads;
        endpoint = null;
        return this;
    }

    /** Runs filters around calls, outermost first. */
    public TestServer filteredBy(HubFilter... added) {
        for (HubFilter filter : added) {
            filters.add(new RegisteredFilter(filter, List.of()));
        }
        endpoint = null;
        return this;
    }

    public TestServer routedBy(HubLifetimeManager manager) {
        usedLifetime = manager;
        endpoint = null;
        return this;
    }

    /** Asks something of callers of a method, or of a callback. */
    public TestServer requiring(String method, SecurityRequirement asked) {
        requirements.put(method, asked);
        endpoint = null;
        return this;
    }

    /** Asks something of whoever connects. */
    public TestServer requiring(SecurityRequirement asked) {
        requirement = asked;
        endpoint = null;
        return this;
    }

    public TestServer identifying(UserIds provider) {
        userIds = provider;
        endpoint = null;
        return this;
    }

    // ---- parts

    public ManualClock clock() {
        return clock;
    }

    /** The wall clock, which goes with the other. */
    public Instant time() {
        return EPOCH.plusNanos(clock.getAsLong() - beginning);
    }

    public ManualExecutor executor() {
        return executor;
    }

    public ManualTimer timer() {
        return timer;
    }

    public ConnectionManager connections() {
        return connections;
    }

    public InMemoryHubLifetimeManager lifetime() {
        return lifetime;
    }

    public TestActivator activator() {
        return activator;
    }

    public JsonHubProtocol json() {
        return json;
    }

    /** The hub as seen from outside. */
    public DefaultHubContext<Object> context() {
        return new DefaultHubContext<>(usedLifetime);
    }

    public ConnectionEndpoint endpoint() {
        ConnectionEndpoint made = endpoint;
        if (made == null) {
            made = makeEndpoint();
            endpoint = made;
        }
        return made;
    }

    private ConnectionEndpoint makeEndpoint() {
        ErrorMessages errors = new ErrorMessages(settings.get(Options.ENABLE_DETAILED_ERRORS));
        UserIds provider = userIds;
        FilterChain chain = FilterChain.of(filters, hub.getClass(), activator, usedExecutor);
        HubConnectionHandler handler = new HubConnectionHandler(
                new HubDispatcher(
                        HubDefinitions.of(hub.getClass(), requirements, requirement), activator, errors, chain),
                usedLifetime,
                new HubProtocols(protocols),
                context -> Optional.ofNullable(provider.of(context)),
                settings,
                new HandlerThreads(usedExecutor, new LateFlush(timer), clock));
        return new ConnectionEndpoint("test", List.of("/test"), settings, List.of("json"), requirement, handler);
    }

    // ---- what happens

    /** A client that has not said anything yet. */
    public TestClient client(TestTransport transport) {
        return client(transport, CallerIdentity.ANONYMOUS);
    }

    private TestClient client(TestTransport transport, CallerIdentity owner) {
        TransportConnection connection = connections
                .create(endpoint(), ConnectionKind.FOUND_BY_TOKEN, new Applicant(owner, "127.0.0.1"))
                .connection();
        return new TestClient(connection, transport, this::run);
    }

    public TestClient client() {
        return client(TestTransport.webSocket()).start();
    }

    /** A client that has asked for stateful reconnect and opened its first transport. */
    public ReturningClient returning() {
        TransportConnection connection = connections
                .create(endpoint(), ConnectionKind.RESUMABLE, Applicant.anonymous("127.0.0.1"))
                .connection();
        return new ReturningClient(connection, this::run);
    }

    /** A client whose handshake has been answered, and whose callback of new connections has run. */
    public TestClient connected() {
        return client().handshake();
    }

    public TestClient connected(TransportType type) {
        return client(new TestTransport(type)).start().handshake();
    }

    public TestClient connectedAs(String user) {
        return connectedAs(Origins.identity(user));
    }

    public TestClient connectedAs(CallerIdentity caller) {
        return connectedAs(caller, TransportType.WEB_SOCKETS);
    }

    public TestClient connectedAs(CallerIdentity caller, TransportType type) {
        return client(new TestTransport(type), caller).start(caller).handshake();
    }

    /** Somebody whose authentication lasts for so long from now on. */
    public CallerIdentity lasting(Duration time, String name, String... roles) {
        CallerIdentity known = Origins.identity(name, roles);
        return new CallerIdentity(known.principal(), known.roles(), time().plus(time));
    }

    /** Runs what waits for a thread. */
    public void run() {
        executor.runAll();
    }

    /** Lets time pass, with a sweep every second and at the end. */
    public void pass(Duration time) {
        Duration left = time;
        Duration second = Duration.ofSeconds(1);
        while (left.compareTo(second) > 0) {
            tick(second);
            left = left.minus(second);
        }
        tick(left);
    }

    private void tick(Duration time) {
        clock.advance(time);
        connections.sweep();
        usedLifetime.sweep(clock.getAsLong());
        run();
    }

    @Override
    public void close() {
        jsonb.close();
    }
}
