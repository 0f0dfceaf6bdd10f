// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.GuardedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Open Liberty gathers a whole frame before it hands over any of it, so that it has to end who sends one that is larger than
 * {@code websocket-max-frame-size}. Here that is the default, 1 MB.
 */
@ExtendWith(GuardedServer.class)
class FrameLimitIT {

    private static final String HUB = "/tokens/open";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int TOO_LARGE = 1_048_576 + 1;

    @Test
    void shouldHaveTheServerEndWhoSendsAFrameThatIsTooLarge(TestServer server) {
        try (HubSocket greedy = HubSocket.open(server.port(), HUB)) {
            send(greedy.socket());
            assertThat(goodbye(greedy.socket()))
                    .as("what the hub said of the frame")
                    .isFalse();
        }
        try (HubSocket modest = HubSocket.open(server.port(), HUB)) {
            modest.socket().binary(new byte[TOO_LARGE - 1]);
            assertThat(goodbye(modest.socket()))
                    .as("what the hub said of the frame")
                    .isTrue();
        }
    }

    private static void send(RawWebSocket socket) {
        try {
            socket.binary(new byte[TOO_LARGE]);
        } catch (UncheckedIOException ended) {
            // The server may be quicker than this.
            assertThat(ended).hasCauseInstanceOf(IOException.class);
        }
    }

    /** Whether the end comes with a Close message of the hub, which then has got the frame. */
    private static boolean goodbye(RawWebSocket socket) {
        boolean told = false;
        Incoming next = socket.next(LIMIT).orElseThrow();
        while (next instanceof Incoming.Message message) {
            told |= message.text().contains("\"type\":7");
            next = socket.next(LIMIT).orElseThrow();
        }
        return told;
    }
}
