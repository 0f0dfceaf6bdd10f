// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.figures;

import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import java.time.Duration;
import java.util.Collections;

/** A client that keeps so many calls of {@code Echo} in flight: what is answered is called again. For one thread. */
final class EchoLoop {

    private static final String CALL =
            "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Echo\",\"arguments\":[\"0123456789abcdef\"]}"
                    + HubSocket.RECORD_SEPARATOR;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private EchoLoop() {}

    static Count run(int port, String hub, int inFlight, Duration duration) {
        try (HubSocket connection = HubSocket.open(port, hub)) {
            RawWebSocket socket = connection.socket();
            socket.texts(Collections.nCopies(inFlight, CALL));
            Count count = new Count(0, 0);
            long end = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < end) {
                int answers = answers(socket);
                count = count.plus(new Count(answers, 1));
                socket.texts(Collections.nCopies(answers, CALL));
            }
            return count;
        }
    }

    private static int answers(RawWebSocket socket) {
        Incoming incoming = socket.next(LIMIT).orElseThrow();
        if (incoming instanceof Incoming.Message message) {
            String text = message.text();
            if (text.contains("\"error\"")) {
                throw new IllegalStateException(text);
            }
            return (int) text.chars()
                    .filter(next -> next == HubSocket.RECORD_SEPARATOR)
                    .count();
        }
        throw new IllegalStateException("The connection has ended: " + incoming);
    }

    /**
     * What came back.
     *
     * @param messages hub messages
     * @param frames WebSocket messages
     */
    record Count(long messages, long frames) {

        Count plus(Count other) {
            return new Count(messages + other.messages, frames + other.frames);
        }
    }
}
