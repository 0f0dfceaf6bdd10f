// SPDX-License-Identifier: Apache-2.0
package ee.signalr.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ee.signalr.PropertyNaming;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.TestServer;
import ee.signalr.messagepack.MessagePackHubProtocol;
import java.util.List;
import java.util.Map;

/**
 * One client that calls one method again and again, each call from its bytes to those of its answer on the calling thread,
 * through all of the engine but its thread pool. Confined to one thread.
 */
final class Calls implements AutoCloseable {

    private static final MessagePackHubProtocol MESSAGE_PACK =
            new MessagePackHubProtocol(PropertyNaming.UPPER_CAMEL_CASE);

    private final TestServer server =
            new TestServer(new EchoHub()).on(Runnable::run).speaking(MESSAGE_PACK);
    private final TransportConnection connection;
    private final QuietTransport transport;
    private final byte[] call;

    private Calls(String protocol, byte[] call) {
        this.call = call;
        this.connection = server.connections()
                .create(server.endpoint(), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();
        this.transport = new QuietTransport(connection);
        connection.start(transport, Origins.anonymous());
        connection.ready();
        connection.receive(("{\"protocol\":\"" + protocol + "\",\"version\":1}\u001e").getBytes(UTF_8));
    }

    /** Calls in JSON. */
    static Calls json(String target, String arguments) {
        String call =
                "{\"type\":1,\"invocationId\":\"7\",\"target\":\"" + target + "\",\"arguments\":" + arguments + "}";
        return new Calls("json", (call + "\u001e").getBytes(UTF_8));
    }

    /** Calls in MessagePack. */
    static Calls messagePack(String target, Object... arguments) {
        return new Calls(
                MessagePackHubProtocol.NAME,
                MESSAGE_PACK.write(new InvocationMessage(Map.of(), "7", target, List.of(arguments), null)));
    }

    /** Calls once; a copy of the call is made, as a carrier makes one. */
    void call() {
        connection.receive(call.clone());
    }

    /** How many bytes a call has. */
    int size() {
        return call.length;
    }

    /** The answer to the last call. */
    byte[] answer() {
        return transport.last();
    }

    /** How many answers there were. */
    int answers() {
        return transport.frames() - 1;
    }

    @Override
    public void close() {
        server.close();
    }
}
