// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.TransferFormat;
import ee.signalr.TransportType;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.handler.RawConnectionHandler;
import ee.signalr.core.security.SecurityRequirement;
import java.time.Duration;
import java.util.List;

/** Serves one connection handler, on a clock and an executor moved by hand. For one thread at a time. */
public final class RawServer {

    private final ManualClock clock = new ManualClock();
    private final ManualExecutor executor = new ManualExecutor();
    private final ConnectionManager manager = new ConnectionManager(clock);
    private final RecordingHandler handler = new RecordingHandler();
    private final TestHandlers handlers = new TestHandlers().giving(handler);
    private final TransferFormat format;
    private Settings settings = Settings.defaults();

    public RawServer() {
        this(TransferFormat.TEXT);
    }

    public RawServer(TransferFormat format) {
        this.format = format;
    }

    public <T> RawServer with(Option<T> option, T value) {
        settings = settings.with(option, value);
        return this;
    }

    public RecordingHandler handler() {
        return handler;
    }

    public TestHandlers handlers() {
        return handlers;
    }

    public ManualExecutor executor() {
        return executor;
    }

    public ConnectionManager manager() {
        return manager;
    }

    /** Connects a client over WebSockets; the handler has not been told on return. */
    public RawClient connect() {
        return connect(TransportType.WEB_SOCKETS);
    }

    public RawClient connect(TransportType type) {
        ConnectionHandlerDefinition definition = new ConnectionHandlerDefinition(
                RecordingHandler.class, "raw", List.of("/raw"), format, SecurityRequirement.NONE);
        ConnectionEndpoint endpoint = new ConnectionEndpoint(
                "raw",
                List.of("/raw"),
                settings,
                List.of(),
                SecurityRequirement.NONE,
                new RawConnectionHandler(definition, handlers, executor));
        return new RawClient(
                manager.create(endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                        .connection(),
                new TestTransport(type),
                executor);
    }

    /** Lets time pass, a second a time, with a sweep after each. */
    public void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            manager.sweep();
        }
    }
}
