// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.HttpRequestSnapshot;
import ee.signalr.WebSocketSending;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.servlet.fakes.Fake;
import ee.signalr.servlet.fakes.FakeHub;
import ee.signalr.servlet.fakes.FakeRequest;
import ee.signalr.servlet.fakes.FakeServerContainer;
import ee.signalr.servlet.fakes.FakeWebSocket;
import ee.signalr.servlet.fakes.ManualClock;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Upgrades requests to WebSockets of one hub. For one thread at a time. */
final class WebSocketFixture {

    private final ManualClock clock = new ManualClock();
    private final FakeHub hub = new FakeHub();
    private final FakeServerContainer server = new FakeServerContainer();
    private final ConnectionManager connections = new ConnectionManager(clock);
    private final Settings settings;
    private final WebSocketUpgrader upgrader;
    private @Nullable WebSocketTransport transport;

    private WebSocketFixture(Settings settings, Executor closer) {
        this.settings = settings;
        this.upgrader = WebSocketUpgrader.of(server.context(), settings, closer);
    }

    private WebSocketFixture(ServerAdapter adapter) {
        this.settings = Settings.defaults();
        this.upgrader = new WebSocketUpgrader(
                ServerUpgrade.standard(server.container()),
                adapter,
                FrameSending.of(adapter.sending(), Runnable::run),
                Runnable::run);
    }

    static WebSocketFixture create() {
        return new WebSocketFixture(Settings.defaults(), Runnable::run);
    }

    static WebSocketFixture with(Settings settings) {
        return new WebSocketFixture(settings, Runnable::run);
    }

    /** With a way of sending, and an executor for what may wait. */
    static WebSocketFixture sending(WebSocketSending sending, Executor workers) {
        return new WebSocketFixture(Settings.defaults().with(Options.WEBSOCKET_SENDING, sending), workers);
    }

    /** On a server for which something special has to be done. */
    static WebSocketFixture on(ServerAdapter adapter) {
        return new WebSocketFixture(adapter);
    }

    static WebSocketFixture closingOn(Executor closer) {
        return new WebSocketFixture(Settings.defaults(), closer);
    }

    /** Makes and starts a connection and upgrades its request. */
    TransportConnection upgrade() {
        TransportConnection connection = start();
        FakeRequest request = FakeRequest.get("/hub").upgrade();
        try {
            upgrader.upgrade(request.servlet(), request.response().servlet(), transport());
        } catch (IOException | ServletException unexpected) {
            throw new AssertionError(unexpected);
        }
        return connection;
    }

    private TransportConnection start() {
        TransportConnection connection = connections
                .create(hub.at(settings, "/hub"), ConnectionKind.FOUND_BY_ID, Applicant.anonymous("127.0.0.1"))
                .connection();
        WebSocketTransport made = upgrader.transport(connection);
        HttpRequestSnapshot snapshot = Fake.of(HttpRequestSnapshot.class).make();
        if (connection.start(made, new TransportOrigin(CallerIdentity.ANONYMOUS, snapshot, TransportOrigin.NO_CONTEXT))
                != StartResult.STARTED) {
            throw new AssertionError("not started");
        }
        transport = made;
        return connection;
    }

    /** The endpoint of a connection that is started and not yet upgraded. */
    HubEndpoint endpoint() {
        start();
        return new HubEndpoint(transport(), session -> {});
    }

    /** The carrier of the connection that was started last. */
    WebSocketTransport transport() {
        if (transport == null) {
            throw new AssertionError("nothing started");
        }
        return transport;
    }

    /** Opens a WebSocket. */
    FakeWebSocket open() {
        upgrade();
        return server.open();
    }

    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            connections.sweep();
        }
    }

    FakeHub hub() {
        return hub;
    }

    FakeServerContainer server() {
        return server;
    }

    ConnectionManager connections() {
        return connections;
    }
}
