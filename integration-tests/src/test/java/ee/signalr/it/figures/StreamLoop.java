// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.figures;

import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import java.time.Duration;

/** A client that has numbers streamed to it, again and again. For one thread. */
final class StreamLoop {

    private static final int ITEMS = 5000;
    private static final String CALL = "{\"type\":4,\"invocationId\":\"1\",\"target\":\"Stream\",\"arguments\":["
            + ITEMS + "]}" + HubSocket.RECORD_SEPARATOR;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private StreamLoop() {}

    static EchoLoop.Count run(int port, Duration duration) {
        try (HubSocket connection = HubSocket.open(port, "/bench")) {
            EchoLoop.Count count = new EchoLoop.Count(0, 0);
            long end = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < end) {
                connection.socket().text(CALL);
                count = count.plus(oneStream(connection.socket()));
            }
            return count;
        }
    }

    private static EchoLoop.Count oneStream(RawWebSocket socket) {
        long messages = 0;
        long frames = 0;
        while (messages <= ITEMS) {
            if (!(socket.next(LIMIT).orElseThrow() instanceof Incoming.Message message)) {
                throw new IllegalStateException("The connection has ended");
            }
            messages += message.text()
                    .chars()
                    .filter(next -> next == HubSocket.RECORD_SEPARATOR)
                    .count();
            frames++;
        }
        return new EchoLoop.Count(messages, frames);
    }
}
