// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionManager;
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

    private final ManualClock clock = new ManualClock();
    private static final String NEGOTIATE = "/hub/negotiate?negotiateVersion=1";

    private final FakeHub hub = new FakeHub();
    private final FakeServerContainer webSockets = new FakeServerContainer();
    private final ConnectionManager connections;
    private final SignalRServlet servlet;
    private final Executor background;
    private int starts;
    private int stops;

    private ServletFixture(Settings settings, boolean withWebSockets) {
        this(settings, withWebSockets, "Fake/1.0", Runnable::run);
    }

    private ServletFixture(Settings settings, boolean withWebSockets, String serverInfo, Executor background) {
        this.background = background;
        this.connections = new ConnectionManager(clock);
        ConnectionEndpoint endpoint = hub.at(settings, "/hub", "/");
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

    static ServletFixture withoutWebSockets() {
        return new ServletFixture(Settings.defaults(), false);
    }

    static ServletFixture withMaximumPending(int connections) {
        return with(Settings.defaults().with(Options.MAXIMUM_PENDING_CONNECTIONS, connections));
    }

    static ServletFixture onLiberty(Executor background) {
        return new ServletFixture(Settings.defaults(), true, "IBM WebSphere Liberty/26.0.0.3", background);
    }

    private void initialize(@Nullable Object container, String serverInfo) {
        ServletContext context = Fake.of(ServletContext.class)
                .on("getAttribute", call -> container)
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
        return Optional.empty();
    }

    @Override
    public Set<String> roleNames() {
        return Set.of();
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
