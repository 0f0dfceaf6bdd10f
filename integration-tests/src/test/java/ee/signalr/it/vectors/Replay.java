// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Replays one conversation on a WebSocket of its own. For one thread. */
final class Replay {

    private static final Logger LOG = System.getLogger(Replay.class.getName());

    /** How long the recorded connections were watched after their last message. */
    private static final Duration STILLNESS = Duration.ofMillis(350);

    /** How long a message or an end that has to come may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RawWebSocket socket;
    private final Dialect dialect;
    private final Outcome expected;
    private final List<JsonValue> messages = new ArrayList<>();
    private int answered = 1;

    private Replay(RawWebSocket socket, Dialect dialect, Outcome expected) {
        this.socket = socket;
        this.dialect = dialect;
        this.expected = expected;
    }

    static Observed of(List<JsonValue> steps, Dialect dialect, Outcome expected, int port, String path) {
        try (RawWebSocket socket = RawWebSocket.open(port, path)) {
            Replay replay = new Replay(socket, dialect, expected);
            steps.forEach(replay::take);
            return new Observed(replay.messages, replay.readToEnd());
        }
    }

    private void take(JsonValue step) {
        try {
            if (step instanceof JsonString text) {
                socket.text(text.getString() + HubSocket.RECORD_SEPARATOR);
            } else {
                take(step.asJsonObject());
            }
        } catch (UncheckedIOException ended) {
            LOG.log(Level.DEBUG, "The server closed before the last step, as it does in some recordings", ended);
        }
    }

    private void take(JsonObject step) {
        String kind = step.keySet().iterator().next();
        switch (kind) {
            case "bin" -> socket.binary(HexFormat.of().parseHex(step.getString(kind)));
            case "raw", "text" -> socket.text(step.getString(kind));
            case "wait" -> awaitAnswer();
            case "reply" -> reply(step.getJsonObject(kind));
            default -> throw new IllegalArgumentException("A step of an unknown kind: " + step);
        }
    }

    /** Wherever the recording paused, an answer came before the next step. */
    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (messages.size() <= answered) {
            Incoming incoming =
                    socket.next(Duration.ofNanos(deadline - System.nanoTime())).orElseThrow();
            if (!(incoming instanceof Incoming.Message message)) {
                throw new IllegalStateException("The connection has ended: " + incoming);
            }
            take(message);
        }
        answered = messages.size();
    }

    /** Answers the latest call of the server that wants a result. */
    private void reply(JsonObject members) {
        String id = messages.stream()
                .map(JsonValue::asJsonObject)
                .filter(message -> message.getInt("type", 0) == 1)
                .reduce((one, later) -> later)
                .orElseThrow()
                .getString("invocationId");
        JsonObject completion = Json.createObjectBuilder(members)
                .add("type", 3)
                .add("invocationId", id)
                .build();
        socket.text(completion.toString() + HubSocket.RECORD_SEPARATOR);
    }

    /** Reads to the end, or until the connection has been still with nothing due; answers the close code. */
    private int readToEnd() {
        long deadline = System.nanoTime() + PATIENCE.toNanos(); // pings must not prolong it
        while (true) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            Optional<Incoming> incoming = socket.next(due() ? left : STILLNESS);
            if (incoming.isEmpty() || left.isNegative()) {
                return Outcome.STILL_OPEN;
            }
            if (incoming.get() instanceof Incoming.Closed closed) {
                return closed.code();
            }
            if (incoming.get() instanceof Incoming.Message message) {
                take(message);
            }
        }
    }

    private boolean due() {
        return messages.size() < expected.messages().size() || expected.closeCode() != Outcome.STILL_OPEN;
    }

    private void take(Incoming.Message frame) {
        messages.addAll(dialect.read(frame, messages.isEmpty()));
    }
}
