// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.TransportType;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.core.transport.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Connections without a hub, of one endpoint, on a clock moved by hand. */
public final class RawConnections {

    private static final int MANY = 1_000;

    private final ManualClock clock = new ManualClock();
    private final RecordingListener listener = new RecordingListener();
    private final ConnectionManager manager;
    private Settings settings = Settings.defaults();

    public RawConnections() {
        this(MANY);
    }

    public RawConnections(int maximumPending) {
        manager = new ConnectionManager(clock);
        settings = settings.with(Options.MAXIMUM_PENDING_CONNECTIONS, maximumPending);
    }

    public <T> RawConnections with(Option<T> option, T value) {
        settings = settings.with(option, value);
        return this;
    }

    public ManualClock clock() {
        return clock;
    }

    public RecordingListener listener() {
        return listener;
    }

    public ConnectionManager manager() {
        return manager;
    }

    public ConnectionEndpoint endpoint() {
        return new ConnectionEndpoint("raw", List.of("/raw"), settings, List.of(), SecurityRequirement.NONE, listener);
    }

    /** A connection without a transport, of nobody. */
    public TransportConnection negotiated() {
        return negotiatedBy(CallerIdentity.ANONYMOUS);
    }

    /** A connection without a transport. */
    public TransportConnection negotiatedBy(CallerIdentity owner) {
        return manager.create(endpoint(), ConnectionKind.FOUND_BY_TOKEN, new Applicant(owner, "127.0.0.1"))
                .connection();
    }

    /** A connection that the transport serves, and is ready to. */
    public TransportConnection open(TestTransport transport) {
        TransportConnection connection = negotiated();
        start(connection, transport);
        connection.ready();
        return connection;
    }

    /** Attaches a transport; it is not ready yet. */
    public static StartResult start(TransportConnection connection, TestTransport transport) {
        return connection.start(transport.serve(connection), Origins.anonymous());
    }

    public static TestTransport transport(TransportType type) {
        return new TestTransport(type);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static OutboundMessage message(String text) {
        return OutboundMessage.ofText(text);
    }
}
