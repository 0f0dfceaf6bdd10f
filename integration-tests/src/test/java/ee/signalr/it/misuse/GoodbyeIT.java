// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HubSocket;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both sides close a WebSocket at the same time, as they do when an official client stops. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class GoodbyeIT {

    private static final String HUB = "/it/suite";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void shouldAnswerTheCloseFrameOfAClientThatHasSaidGoodbye(TestServer server) {
        for (int i = 0; i < 1_000; i++) {
            try (HubSocket leaving = HubSocket.open(server.port(), HUB)) {
                leaving.write("{\"type\":7}");
                pause(i);
                leaving.socket().close(1000);
                assertThat(leaving.socket().end(LIMIT)).as("time %d", i).isEqualTo(1000);
            }
        }
    }

    /** As the moment at which both sides close differs from time to time. */
    private static void pause(int time) {
        long until = System.nanoTime() + time % 100 * 10_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
