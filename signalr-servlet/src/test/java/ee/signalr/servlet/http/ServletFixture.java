// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.servlet.fakes.Fake;
import ee.signalr.servlet.fakes.FakeHub;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeResponse;
import ee.signalr.servlet.fakes.FakeServerContainer;
import ee.signalr.servlet.fakes.ManualClock;
import ee.signalr.spi.TokenAuthenticator;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The servlet with one hub at {@code /hub}, a clock that the test moves, and a server that it is. For one thread at a time. */
final class ServletFixture implements HubService {

    private static final Pattern TOKEN = Pattern.compile("\"connectionToken\":\"([^\"]+)\"");

    /** The time of day. */
    static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final ManualClock clock = new ManualClock();
    private static final String NEGOTIATE = "/hub/negotiate?negotiateVersion=1";

    private final FakeHub hub = new FakeHub();
    private final FakeServerContainer webSockets = new FakeServerContainer();
    private final ConnectionManager connections;
    private final SignalRServlet servlet;
    private final Executor background;
    private final Set<String> roleNames;
    private int starts;
    private int stops;

    private Optional<TokenAuthenticator> authenticator = Optional.empty();
    private Executor callerContext = TransportOrigin.NO_CONTEXT;

    private ServletFixture(Settings settings, boolean withWebSockets) {
        this(settings, SecurityRequirement.NONE, withWebSockets, "Fake/1.0", Runnable::run);
    }

    private ServletFixture(
            Settings settings,
            SecurityRequirement requirement,
            boolean withWebSockets,
            String serverInfo,
            Executor background) {
        this.background = background;
        this.roleNames = requirement.roles();
        this.connections = new ConnectionManager(clock);
        ConnectionEndpoint endpoint = hub.at(settings, requirement, "/hub", "/");
        ConnectionEndpoint other = new FakeHub().at(Settings.defaults(), "/other");
        this.servlet = new SignalRServlet(HubRoutes.of(List.of(endpoint, other)), this);
        initialize(withWebSockets ? webSockets.container() : null, serverInfo);
    }

    static ServletFixture create() {
        return with(Settings.defaults());
    }

    static ServletFixture with(Settings settings) {
        return new ServletFixture(settings, true);
    }

    /** A hub that asks something of its callers. */
    static ServletFixture guarded(Settings settings, SecurityRequirement requirement) {
        return new ServletFixture(settings, requirement, true, "Fake/1.0", Runnable::run);
    }

    /** Accepts tokens that name their user: {@code ann}, or {@code ann.role.role}, for another 60 s. */
    ServletFixture acceptingTokens() {
        return accepting(NamingTokens.until(NOW.plusSeconds(60)));
    }

    ServletFixture accepting(TokenAuthenticator tokens) {
        authenticator = Optional.of(tokens);
        return this;
    }

    /** The server knows something of callers whom it has authenticated. */
    ServletFixture knowingCallers(Executor context) {
        callerContext = context;
        return this;
    }

    static ServletFixture withoutWebSockets() {
        return new ServletFixture(Settings.defaults(), false);
    }

    static ServletFixture withMaximumPending(int connections) {
        return with(Settings.defaults().with(Options.MAXIMUM_PENDING_CONNECTIONS, connections));
    }

    static ServletFixture onLiberty(Executor background) {
        return new ServletFixture(
                Settings.defaults(), SecurityRequirement.NONE, true, "IBM WebSphere Liberty/26.0.0.3", background);
    }

    static ServletFixture onGlassFish() {
        return new ServletFixture(
                Settings.defaults(), SecurityRequirement.NONE, true, "Eclipse GlassFish  8.0.0", Runnable::run);
    }

    private void initialize(@Nullable Object container, String serverInfo) {
        ServletContext context = Fake.of(ServletContext.class)
                .on("getAttribute", call -> String.valueOf(call[0]).endsWith(".ServerContainer") ? container : null)
                .on("getServerInfo", call -> serverInfo)
                .make();
        ServletConfig config = Fake.of(ServletConfig.class)
                .on("getServletContext", call -> context)
                .on("getInitParameter", call -> null)
                .make();
        try {
            servlet.init(config);
        } catch (ServletException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** Sends a request. */
    FakeRequest send(FakeRequest request) {
        try {
            servlet.service(request.servlet(), request.response().servlet());
        } catch (IOException | ServletException unexpected) {
            throw new AssertionError(unexpected);
        }
        return request;
    }

    /** Sends a request that is answered at once. */
    FakeResponse answer(FakeRequest request) {
        send(request);
        if (!request.isAnswered()) {
            throw new AssertionError("not answered");
        }
        return request.response();
    }

    FakeRequest get(String target) {
        return send(FakeRequest.get(target));
    }

    FakeRequest post(String target, String body) {
        return send(FakeRequest.post(target, body));
    }

    FakeRequest delete(String target) {
        return send(new FakeRequest("DELETE", target));
    }

    /** Negotiates, and gives the target of the connection's other requests. */
    String negotiate() {
        return negotiate(FakeRequest.post(NEGOTIATE, ""));
    }

    /** As {@link #negotiate()}, for somebody. */
    String negotiateAs(String user) {
        return negotiate(FakeRequest.post(NEGOTIATE, "").user(user));
    }

    /** As {@link #negotiate()}, with a token. */
    String negotiateWith(String token) {
        return negotiate(FakeRequest.post(NEGOTIATE, "").bearer(token));
    }

    private String negotiate(FakeRequest request) {
        String body = answer(request).body();
        Matcher token = TOKEN.matcher(body);
        if (!token.find()) {
            throw new AssertionError(body);
        }
        return "/hub?id=" + token.group(1);
    }

    /** Negotiates and polls for the first time. */
    String startPolling() {
        String target = negotiate();
        answer(FakeRequest.get(target));
        return target;
    }

    /** Lets time pass, a second a time, with a sweep after each. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            connections.sweep();
        }
    }

    FakeHub hub() {
        return hub;
    }

    FakeServerContainer webSockets() {
        return webSockets;
    }

    SignalRServlet servlet() {
        return servlet;
    }

    int starts() {
        return starts;
    }

    int stops() {
        return stops;
    }

    @Override
    public ConnectionManager connections() {
        return connections;
    }

    @Override
    public Settings settings() {
        return Settings.defaults();
    }

    @Override
    public Optional<TokenAuthenticator> authenticator() {
        return authenticator;
    }

    @Override
    public Set<String> roleNames() {
        return roleNames;
    }

    @Override
    public Executor callerContext() {
        return callerContext;
    }

    @Override
    public InstantSource time() {
        return () -> NOW;
    }

    @Override
    public Executor background() {
        return background;
    }

    @Override
    public void started() {
        starts++;
    }

    @Override
    public void stopped() {
        stops++;
    }
}
