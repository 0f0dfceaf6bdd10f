// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.connection.StartResult;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.transport.CloseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A client that speaks JSON text over a transport of the test's. For one thread, but for reading what has come. */
public final class TestClient {

    private static final String RECORD_SEPARATOR = "\u001e";
    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}";

    private final TransportConnection connection;
    private final TestTransport transport;
    private final Runnable runServer;
    private int seen;

    TestClient(TransportConnection connection, TestTransport transport, Runnable runServer) {
        this.connection = connection;
        this.transport = transport;
        this.runServer = runServer;
    }

    public TransportConnection connection() {
        return connection;
    }

    public TestTransport transport() {
        return transport;
    }

    public String id() {
        return connection.id();
    }

    // ---- says

    /** Opens the transport. */
    public TestClient start() {
        return start(Origins.anonymous());
    }

    public TestClient start(String user) {
        return start(Origins.user(user));
    }

    TestClient start(CallerIdentity caller) {
        return start(Origins.of(caller));
    }

    private TestClient start(TransportOrigin origin) {
        assertThat(connection.start(transport.serve(connection), origin)).isEqualTo(StartResult.STARTED);
        connection.ready();
        return this;
    }

    /** Shakes hands, and lets the server finish with that. */
    public TestClient handshake() {
        say(HANDSHAKE);
        runServer.run();
        assertThat(next()).isEqualTo("{}");
        return this;
    }

    /** Sends messages in one chunk; the server has not worked on them on return. */
    public TestClient say(String... messages) {
        StringBuilder chunk = new StringBuilder();
        for (String message : messages) {
            chunk.append(message).append(RECORD_SEPARATOR);
        }
        return sayRaw(chunk.toString());
    }

    /** Sends what need not be messages. */
    public TestClient sayRaw(String chunk) {
        connection.receive(chunk.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Calls a method and lets the server work. */
    public TestClient call(String id, String target, String... jsonArguments) {
        say(invocation(id, target, jsonArguments));
        runServer.run();
        return this;
    }

    /** Calls a method without wanting an answer, and lets the server work. */
    public TestClient tell(String target, String... jsonArguments) {
        say(notification(target, jsonArguments));
        runServer.run();
        return this;
    }

    public TestClient ping() {
        return say("{\"type\":6}");
    }

    /** The client's end of the carrier goes away. */
    public void vanish() {
        connection.transportClosed(null);
        runServer.run();
    }

    public static String invocation(String id, String target, String... jsonArguments) {
        return "{\"type\":1,\"invocationId\":\"" + id + "\",\"target\":\"" + target + "\",\"arguments\":["
                + String.join(",", jsonArguments) + "]}";
    }

    /** Asks for a stream and lets the server work. */
    public TestClient stream(String id, String target, String... jsonArguments) {
        say(streamInvocation(id, target, jsonArguments));
        runServer.run();
        return this;
    }

    /** Cancels a call and lets the server work. */
    public TestClient cancel(String id) {
        say("{\"type\":5,\"invocationId\":\"" + id + "\"}");
        runServer.run();
        return this;
    }

    public static String streamInvocation(String id, String target, String... jsonArguments) {
        return "{\"type\":4,\"invocationId\":\"" + id + "\",\"target\":\"" + target + "\",\"arguments\":["
                + String.join(",", jsonArguments) + "]}";
    }

    public static String item(String id, String json) {
        return "{\"type\":2,\"invocationId\":\"" + id + "\",\"item\":" + json + "}";
    }

    public static String completion(String id) {
        return "{\"type\":3,\"invocationId\":\"" + id + "\"}";
    }

    public static String notification(String target, String... jsonArguments) {
        return "{\"type\":1,\"target\":\"" + target + "\",\"arguments\":[" + String.join(",", jsonArguments) + "]}";
    }

    public static String result(String id, String json) {
        return "{\"type\":3,\"invocationId\":\"" + id + "\",\"result\":" + json + "}";
    }

    public static String error(String id, String text) {
        return "{\"type\":3,\"invocationId\":\"" + id + "\",\"error\":\"" + text + "\"}";
    }

    // ---- hears

    /** All messages so far. */
    public List<String> messages() {
        return transport.frames().stream()
                .flatMap(frame -> Arrays.stream(frame.split(RECORD_SEPARATOR)))
                .toList();
    }

    /** The messages that no call of this method or {@link #next} has told yet. */
    public List<String> news() {
        List<String> all = messages();
        List<String> unseen = all.subList(seen, all.size());
        seen = all.size();
        return unseen;
    }

    /** The next message that has not been told yet. */
    public String next() {
        List<String> all = messages();
        assertThat(all).hasSizeGreaterThan(seen);
        return all.get(seen++);
    }

    public List<CloseStatus> closings() {
        return transport.closings();
    }

    public boolean isClosed() {
        return !transport.closings().isEmpty();
    }
}
