// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.core.EngineEnvironment;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.config.ConfigurationException;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.servlet.http.HubService;
import ee.signalr.servlet.http.ServletMessages;
import ee.signalr.servlet.websocket.TyrusBridge;
import ee.signalr.servlet.websocket.TyrusFrames;
import ee.signalr.spi.TokenAuthenticator;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** SignalR in one web application, from the first chance to register a servlet to the end. Thread-safe. */
final class Deployment implements HubService {

    private static final String ATTRIBUTE = Deployment.class.getName();

    private static final String WEB_SOCKETS = "jakarta.websocket.server.ServerContainer";

    /** How many clients that do not read may keep a thread waiting, on servers that have no other way. */
    private static final int BACKGROUND_THREADS = 128;

    private static final int BACKGROUND_IDLE_SECONDS = 10;

    private final SignalREngine engine;
    private final ContainerThreads threads;
    private final ContainerCallers callers;
    private final ThreadPoolExecutor background;

    private Deployment(SignalREngine engine, ContainerThreads threads, ContainerCallers callers) {
        this.engine = engine;
        this.threads = threads;
        this.callers = callers;
        this.background = backgroundThreads(threads);
    }

    private static ThreadPoolExecutor backgroundThreads(ThreadFactory threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                BACKGROUND_THREADS,
                BACKGROUND_THREADS,
                BACKGROUND_IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                new ThreadPoolExecutor.AbortPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Starts the hubs of an application, unless it has none, or CDI is not there yet, or they are started already.
     *
     * @throws ServletException when they cannot be started; also at the second chance, as some servers only log the first
     */
    static void begin(ServletContext context) throws ServletException {
        Object known = context.getAttribute(ATTRIBUTE);
        if (known instanceof ServletException failure) {
            throw new ServletException(failure.getMessage(), failure);
        }
        Optional<SignalREngine> engine = known == null ? EngineLookup.find() : Optional.empty();
        if (engine.isPresent()) {
            begin(context, engine.get());
        }
    }

    private static void begin(ServletContext context, SignalREngine engine) throws ServletException {
        ContainerNames names = ContainerNames.ofContainer();
        ContainerCallers callers = new ContainerCallers(names);
        Deployment deployment = new Deployment(
                engine, new ContainerThreads(applicationLoader(context), names, callers::capture), callers);
        try {
            deployment.start(context);
            context.setAttribute(ATTRIBUTE, deployment);
        } catch (ServletException failure) {
            context.setAttribute(ATTRIBUTE, failure);
            deployment.stopped();
            throw failure;
        } catch (RuntimeException failure) {
            deployment.stopped();
            throw failure;
        }
    }

    private static ClassLoader applicationLoader(ServletContext context) {
        return Reservation.of(context).map(Reservation::applicationLoader).orElseGet(context::getClassLoader);
    }

    private void start(ServletContext context) throws ServletException {
        // Here on Liberty, and again when the servlet starts, where all servers have names.
        started();
        try {
            engine.start(new EngineEnvironment(new ContextParameters(context), threads));
        } catch (ConfigurationException invalid) {
            throw new ServletException(ServletMessages.NOT_STARTED + ": " + invalid.getMessage(), invalid);
        }
        TyrusFrames.admit(context, engine.settings().get(Options.WEBSOCKET_MAX_FRAME_SIZE));
        HubRegistration.register(context, engine.endpoints(), this);
    }

    /** Whether the hubs of an application have been started, with success or without. */
    static boolean hasBegun(ServletContext context) {
        return context.getAttribute(ATTRIBUTE) != null;
    }

    /** Prepares WebSockets when the context is initialized, where the server wants that. */
    static void prepareWebSockets(ServletContext context) throws ServletException {
        if (context.getAttribute(ATTRIBUTE) instanceof Deployment begun && context.getAttribute(WEB_SOCKETS) != null) {
            TyrusBridge.prepare(context, begun.subProtocols());
        }
    }

    private List<List<String>> subProtocols() {
        return engine.endpoints().stream()
                .map(endpoint -> endpoint.settings().get(Options.WEBSOCKET_SUB_PROTOCOLS))
                .toList();
    }

    /** Ends what has been begun, if anything has. */
    static void end(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof Deployment begun) {
            begun.stopped();
        }
    }

    @Override
    public ConnectionManager connections() {
        return engine.connections();
    }

    @Override
    public Settings settings() {
        return engine.settings();
    }

    @Override
    public Optional<TokenAuthenticator> authenticator() {
        return engine.authenticator();
    }

    @Override
    public Set<String> roleNames() {
        return engine.roleNames();
    }

    @Override
    public Executor callerContext() {
        return callers.capture();
    }

    @Override
    public InstantSource time() {
        return InstantSource.system();
    }

    @Override
    public Executor background() {
        return background;
    }

    @Override
    public void started() {
        callers.connect();
        // After the callers, since it may capture a context.
        threads.connect();
    }

    @Override
    public void stopped() {
        engine.stop();
        background.shutdown();
        threads.end();
    }
}
