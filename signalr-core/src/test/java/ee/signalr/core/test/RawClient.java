// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import java.util.List;

/** A client of a connection handler. For one thread at a time. */
public final class RawClient {

    private final TransportConnection connection;
    private final TestTransport transport;
    private final ManualExecutor executor;

    RawClient(TransportConnection connection, TestTransport transport, ManualExecutor executor) {
        this.connection = connection;
        this.transport = transport;
        this.executor = executor;
        RawConnections.start(connection, transport);
        connection.ready();
    }

    /** Sends text; the server has not worked on it on return. */
    public RawClient say(String text) {
        return say(RawConnections.bytes(text));
    }

    public RawClient say(byte[] bytes) {
        connection.receive(bytes);
        return this;
    }

    /** Lets the server work. */
    public RawClient run() {
        executor.runAll();
        return this;
    }

    /** The client's end of the carrier goes away. */
    public void vanish() {
        connection.transportClosed(null);
    }

    public String id() {
        return connection.id();
    }

    public TransportConnection connection() {
        return connection;
    }

    public TestTransport transport() {
        return transport;
    }

    public List<String> frames() {
        return transport.frames();
    }

    public List<OutboundMessage> messages() {
        return transport.messages();
    }

    public List<CloseStatus> closings() {
        return transport.closings();
    }
}
