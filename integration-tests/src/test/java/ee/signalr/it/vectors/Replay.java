// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.vectors;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
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

    private static final int PING = 6;

    private final Outcome expected;
    private final List<JsonObject> messages = new ArrayList<>();

    private Replay(Outcome expected) {
        this.expected = expected;
    }

    static Observed of(List<JsonValue> steps, Outcome expected, int port, String path) {
        try (RawWebSocket socket = RawWebSocket.open(port, path)) {
            steps.forEach(step -> send(socket, step));
            Replay replay = new Replay(expected);
            return new Observed(replay.messages, replay.read(socket));
        }
    }

    private static void send(RawWebSocket socket, JsonValue step) {
        try {
            if (step instanceof JsonString text) {
                socket.text(text.getString() + HubSocket.RECORD_SEPARATOR);
            } else if (step.asJsonObject().containsKey("bin")) {
                socket.binary(HexFormat.of().parseHex(step.asJsonObject().getString("bin")));
            } else if (step.asJsonObject().containsKey("raw")) {
                socket.text(step.asJsonObject().getString("raw"));
            } else {
                throw new IllegalArgumentException("A step of an unknown kind: " + step);
            }
        } catch (UncheckedIOException ended) {
            LOG.log(Level.DEBUG, "The server closed before the last step, as it does in some recordings", ended);
        }
    }

    /** Reads to the end, or until the connection has been still with nothing due; answers the close code. */
    private int read(RawWebSocket socket) {
        while (true) {
            Optional<Incoming> incoming = socket.next(due() ? PATIENCE : STILLNESS);
            if (incoming.isEmpty()) {
                return Outcome.STILL_OPEN;
            }
            if (incoming.get() instanceof Incoming.Closed closed) {
                return closed.code();
            }
            if (incoming.get() instanceof Incoming.Message message) {
                take(message.text());
            }
        }
    }

    private boolean due() {
        return messages.size() < expected.messages().size() || expected.closeCode() != Outcome.STILL_OPEN;
    }

    private void take(String text) {
        for (String record : text.split(String.valueOf(HubSocket.RECORD_SEPARATOR))) {
            JsonObject message = Meaning.read(record).asJsonObject();
            if (message.getInt("type", 0) != PING) {
                messages.add(message);
            }
        }
    }
}
