// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.test;

import ee.signalr.HttpRequestSnapshot;
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
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A client that speaks the JSON hub protocol, without a network. Thread-safe. */
public final class TestClient implements Transport, AutoCloseable {

    private static final String END = "\u001e";
    private static final long PATIENCE_SECONDS = 10;

    private final Jsonb jsonb = JsonbBuilder.create();
    private final TransportConnection connection;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, CompletableFuture<Object>> pending = new ConcurrentHashMap<>();
    private final Map<String, List<Object>> items = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> received = new CopyOnWriteArrayList<>();
    private final Map<String, UnaryOperator<Object>> answers = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final CompletableFuture<Void> handshake = new CompletableFuture<>();
    private volatile boolean open = true;

    private TestClient(TransportConnection connection) {
        this.connection = connection;
    }

    static TestClient connect(SignalREngine engine, int hub, String protocol) {
        return connect(engine, engine.endpoints().get(hub), CallerIdentity.ANONYMOUS, protocol);
    }

    static TestClient connect(
            SignalREngine engine, ConnectionEndpoint endpoint, CallerIdentity caller, String protocol) {
        TestClient client = new TestClient(engine.connections()
                .create(endpoint, ConnectionKind.FOUND_BY_TOKEN, new Applicant(caller, "127.0.0.1"))
                .connection());
        client.connection.start(client, new TransportOrigin(caller, noRequest(), TransportOrigin.NO_CONTEXT));
        client.connection.ready();
        client.write("{\"protocol\":\"" + protocol + "\",\"version\":1}");
        await(client.handshake);
        return client;
    }

    static HttpRequestSnapshot noRequest() {
        return (HttpRequestSnapshot) Proxy.newProxyInstance(
                TestClient.class.getClassLoader(),
                new Class<?>[] {HttpRequestSnapshot.class},
                (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** The public id of the connection. */
    public String id() {
        return connection.id();
    }

    /** From now on the server can ask it: the answer is made of the first argument, on a thread of its own. */
    public void answer(String method, UnaryOperator<Object> with) {
        answers.put(method, with);
    }

    /** Calls a method and waits for its result; an error comes as an {@link AssertionError} with its text. */
    public Object call(String method, Object... arguments) {
        return await(invoke(method, arguments));
    }

    /** Calls a method. */
    public CompletableFuture<Object> invoke(String method, Object... arguments) {
        String id = String.valueOf(ids.incrementAndGet());
        CompletableFuture<Object> result = new CompletableFuture<>();
        pending.put(id, result);
        write(jsonb.toJson(Map.of("type", 1, "invocationId", id, "target", method, "arguments", arguments)));
        return result;
    }

    /** Asks for a stream; its items, when it has ended. */
    public CompletableFuture<List<Object>> stream(String method, Object... arguments) {
        String id = String.valueOf(ids.incrementAndGet());
        CompletableFuture<Object> end = new CompletableFuture<>();
        pending.put(id, end);
        items.put(id, new CopyOnWriteArrayList<>());
        write(jsonb.toJson(Map.of("type", 4, "invocationId", id, "target", method, "arguments", arguments)));
        return end.thenApply(any -> items(id));
    }

    /** Calls a method with a stream of its own. */
    public CompletableFuture<Object> upload(String stream, String method, Object... arguments) {
        String id = String.valueOf(ids.incrementAndGet());
        CompletableFuture<Object> result = new CompletableFuture<>();
        pending.put(id, result);
        List<String> streams = List.of(stream);
        write(jsonb.toJson(
                Map.of("type", 1, "invocationId", id, "target", method, "arguments", arguments, "streamIds", streams)));
        return result;
    }

    /** Sends an item of a stream of its own. */
    public void item(String stream, Object item) {
        write(jsonb.toJson(Map.of("type", 2, "invocationId", stream, "item", item)));
    }

    /** Ends a stream of its own. */
    public void complete(String stream) {
        write("{\"type\":3,\"invocationId\":\"" + stream + "\"}");
    }

    /** The items of a stream so far, by the number of the call. */
    public List<Object> items(String id) {
        return List.copyOf(items.getOrDefault(id, List.of()));
    }

    /** Cancels a call, by its number. */
    public void cancel(String id) {
        write("{\"type\":5,\"invocationId\":\"" + id + "\"}");
    }

    /** The first arguments of all calls of a method of this client, so far. */
    public List<Object> received(String method) {
        return received.stream()
                .filter(message -> method.equals(message.get("target")))
                .map(message -> ((List<?>) message.get("arguments")).get(0))
                .map(Object.class::cast)
                .toList();
    }

    /** Waits for a call of a method of this client; the first arguments of all so far. */
    public List<Object> awaitReceived(String method) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> !received(method).isEmpty());
        return received(method);
    }

    /** A later request brings other roles of the same user. */
    public void renew(CallerIdentity caller) {
        connection.owner().renew(caller);
    }

    /** Waits until the server has closed the connection. */
    public void awaitClosed() {
        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> !open);
    }

    private void write(String json) {
        writing.lock();
        try {
            connection.receive((json + END).getBytes(StandardCharsets.UTF_8));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void send(OutboundMessage frame) {
        for (String message : frame.text().split(END)) {
            accept(parse(message));
        }
        connection.sent();
    }

    @SuppressWarnings("unchecked") // hub messages are JSON objects
    private Map<String, Object> parse(String message) {
        return jsonb.fromJson(message, Map.class);
    }

    private void accept(Map<String, Object> message) {
        Object id = message.get("invocationId");
        if (message.get("type") == null) {
            handshake.complete(null);
        } else if (id == null) {
            received.add(message);
        } else if (message.containsKey("target")) {
            CompletableFuture.runAsync(() -> answer(id, message));
        } else if (message.containsKey("item")) {
            items.get(id).add(message.get("item"));
        } else if (message.containsKey("error")) {
            pending.remove(id).completeExceptionally(new AssertionError(message.get("error")));
        } else {
            pending.remove(id).complete(message.get("result"));
        }
    }

    private void answer(Object id, Map<String, Object> question) {
        List<?> arguments = (List<?>) question.get("arguments");
        Object answer = answers.get(question.get("target")).apply(arguments.isEmpty() ? "" : arguments.get(0));
        write(jsonb.toJson(Map.of("type", 3, "invocationId", id, "result", answer)));
    }

    /** Waits, not for ever. */
    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError("No answer", late);
        }
    }

    @Override
    public TransportType type() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public void close(CloseStatus status) {
        open = false;
        connection.transportClosed(null);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void tick(long now) {
        // No time limits of its own.
    }

    /** Vanishes. */
    @Override
    public void close() {
        connection.transportClosed(null);
    }
}
