// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.wire;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A hub connection: the JSON protocol on a WebSocket, without negotiate. One reader and one writer at a time. */
public final class HubSocket implements AutoCloseable {

    /** Ends every message. */
    public static final char RECORD_SEPARATOR = '\u001e';

    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}";

    private final RawWebSocket socket;
    private final Deque<JsonObject> received = new ArrayDeque<>();
    private int lastId;

    private HubSocket(RawWebSocket socket) {
        this.socket = socket;
    }

    /** Opens a connection and shakes hands. */
    public static HubSocket open(int port, String target) {
        return shakeHands(new HubSocket(RawWebSocket.open(port, target)));
    }

    /** Opens a connection that has a small receive buffer, for a reader that is going to stall. */
    public static HubSocket openNarrow(int port, String target) {
        return shakeHands(new HubSocket(RawWebSocket.openNarrow(port, target)));
    }

    private static HubSocket shakeHands(HubSocket connection) {
        connection.write(HANDSHAKE);
        JsonObject answer = connection.next();
        if (!answer.isEmpty()) {
            throw new IllegalStateException("Handshake refused: " + answer);
        }
        return connection;
    }

    /** Writes one message and its record separator. */
    public void write(String message) {
        socket.text(message + RECORD_SEPARATOR);
    }

    /** Calls a hub method without waiting; answers the invocation id. */
    public String call(String target, JsonValue... arguments) {
        String id = Integer.toString(++lastId);
        write(invocation(target, arguments).add("invocationId", id).build().toString());
        return id;
    }

    /** Calls a hub method without an id, so that nothing answers. */
    public void send(String target, JsonValue... arguments) {
        write(invocation(target, arguments).build().toString());
    }

    /** Calls a hub method and waits for its completion; other messages that come meanwhile are dropped. */
    public JsonObject invoke(String target, JsonValue... arguments) {
        String id = call(target, arguments);
        JsonObject message = next();
        while (!id.equals(message.getString("invocationId", "")) || message.getInt("type") != 3) {
            message = next();
        }
        return message;
    }

    private static JsonObjectBuilder invocation(String target, JsonValue... arguments) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (JsonValue argument : arguments) {
            array.add(argument);
        }
        return Json.createObjectBuilder().add("type", 1).add("target", target).add("arguments", array);
    }

    /** The next message that is not a ping; fails when none comes. */
    public JsonObject next() {
        return next(Wire.LIMIT).orElseThrow(() -> new IllegalStateException("No message came"));
    }

    /** The next message that is not a ping, if one comes in time; fails when the connection has ended. */
    public Optional<JsonObject> next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (received.isEmpty()) {
            Optional<Incoming> incoming = socket.next(Duration.ofNanos(deadline - System.nanoTime()));
            if (incoming.isEmpty()) {
                return Optional.empty();
            }
            if (!(incoming.get() instanceof Incoming.Message message)) {
                throw new IllegalStateException("The connection has ended: " + incoming.get());
            }
            take(message.text());
        }
        return Optional.of(received.remove());
    }

    private void take(String text) {
        for (String record : text.split(String.valueOf(RECORD_SEPARATOR))) {
            try (JsonReader reader = Json.createReader(new StringReader(record))) {
                JsonObject message = reader.readObject();
                if (message.getInt("type", 0) != 6) {
                    received.add(message);
                }
            }
        }
    }

    /** The socket beneath. */
    public RawWebSocket socket() {
        return socket;
    }

    @Override
    public void close() {
        socket.close();
    }
}
