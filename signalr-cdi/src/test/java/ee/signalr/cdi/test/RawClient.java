// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.test;

import ee.signalr.TransportType;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A client of a connection handler, without a network. Thread-safe. */
public final class RawClient implements Transport {

    private final TransportConnection connection;
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;

    private RawClient(TransportConnection connection) {
        this.connection = connection;
    }

    /** Connects to the endpoint of that name. */
    public static RawClient connect(SignalREngine engine, String name) {
        ConnectionEndpoint endpoint = engine.endpoints().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        RawClient client = new RawClient(engine.connections()
                .create(endpoint, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection());
        client.connection.start(
                client,
                new TransportOrigin(CallerIdentity.ANONYMOUS, TestClient.noRequest(), TransportOrigin.NO_CONTEXT));
        client.connection.ready();
        return client;
    }

    /** Sends text. */
    public void say(String text) {
        connection.receive(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says something and waits for the next answer. */
    public String ask(String text) {
        int seen = frames.size();
        say(text);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> frames.size() > seen);
        return frames.get(seen);
    }

    /** The public id of the connection. */
    public String id() {
        return connection.id();
    }

    /** The client's end of the carrier goes away. */
    public void vanish() {
        open = false;
        connection.transportClosed(null);
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public void send(OutboundMessage frame) {
        frames.add(frame.text());
        connection.sent();
    }

    @Override
    public void close(CloseStatus status) {
        vanish();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void tick(long now) {
        // Nothing is overdue.
    }
}
