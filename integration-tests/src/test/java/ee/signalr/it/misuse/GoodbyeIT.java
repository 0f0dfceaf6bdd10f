// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.misuse;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.RawWebSocket;
import jakarta.json.Json;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both sides close a WebSocket at the same time, or one a moment later, as they do when an official client stops. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class GoodbyeIT {

    private static final String HUB = "/it/suite";
    private static final String GOODBYE = "{\"type\":7}";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** How long a client that has said goodbye may take to close, on any server. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final Duration MOMENT = Duration.ofMillis(50);

    /** A Close frame with the code 1000, in two pieces. */
    private static final byte[] CLOSE_HEAD = {(byte) 0x88, (byte) 0x82};

    private static final byte[] CLOSE_REST = {0, 0, 0, 0, 0x03, (byte) 0xe8};

    @Test
    void shouldAnswerTheCloseFrameOfAClientThatHasSaidGoodbye(TestServer server) {
        for (int i = 0; i < 1_000; i++) {
            try (HubSocket leaving = HubSocket.open(server.port(), HUB)) {
                leaving.write(GOODBYE);
                pause(i);
                leaving.socket().close(1000);
                assertThat(leaving.socket().end(LIMIT)).as("time %d", i).isEqualTo(1000);
            }
        }
    }

    /** As a page does that is left: nobody says goodbye, and the answer to the last call is on its way. */
    @Test
    void shouldAnswerTheCloseFrameOfAClientToWhichAMessageIsOnItsWay(TestServer server) {
        for (int i = 0; i < 1_000; i++) {
            try (HubSocket leaving = HubSocket.open(server.port(), HUB)) {
                leaving.call("echo", Json.createValue("x"));
                pause(i);
                leaving.socket().close(1000);
                assertThat(leaving.socket().end(LIMIT)).as("time %d", i).isEqualTo(1000);
            }
        }
    }

    /**
     * A client that has said goodbye is about to close, whether the server's Close frame is there or not. A server that does not
     * wait for it has it write into a connection that has ended, which clients take for a failure.
     */
    @Test
    void shouldKeepTheConnectionForAClientThatClosesAMomentLater(TestServer server) {
        for (int i = 0; i < 60; i++) {
            try (HubSocket leaving = HubSocket.open(server.port(), HUB)) {
                leaving.socket().leaveCloseUnanswered();
                long goodbye = System.nanoTime();
                leaving.write(GOODBYE);
                try {
                    assertThat(closeLate(leaving.socket())).as("time %d", i).isEqualTo(1000);
                } catch (UncheckedIOException refused) {
                    // On a machine that is busy the client may have taken too long.
                    assertThat(Duration.ofNanos(System.nanoTime() - goodbye))
                            .as("how late the client was, time %d, when it got %s", i, refused)
                            .isGreaterThan(SECOND);
                }
            }
        }
    }

    /** In two pieces, because of a connection that has ended only a second write hears; answers the server's close code. */
    private static int closeLate(RawWebSocket socket) {
        OptionalInt end = socket.endWithin(MOMENT);
        socket.write(CLOSE_HEAD);
        if (end.isEmpty()) {
            end = socket.endWithin(MOMENT);
        }
        socket.write(CLOSE_REST);
        return end.isPresent() ? end.getAsInt() : socket.end(LIMIT);
    }

    /** As the moment at which both sides close differs from time to time. */
    private static void pause(int time) {
        long until = System.nanoTime() + time % 100 * 10_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
