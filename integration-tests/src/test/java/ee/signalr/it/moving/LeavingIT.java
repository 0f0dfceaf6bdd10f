// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.moving;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.restless.LeisurelyServlet;
import ee.signalr.it.restless.PatientHub;
import ee.signalr.it.server.MovingServer;
import ee.signalr.it.server.RestlessServer;
import ee.signalr.it.server.SuiteWar;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubRequests;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import jakarta.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that is taken away says goodbye, and serves again when it comes back. */
@Tag("portable")
@ExtendWith(RestlessServer.class)
@Timeout(400)
class LeavingIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NAME = "leaving";
    private static final String HUB = "/leaving/patient";
    private static final String GOODBYE = "{\"type\":7,\"allowReconnect\":true}\u001e";

    @Test
    void shouldSayGoodbyeOnEveryTransportAndComeBack(MovingServer server) {
        for (int round = 0; round < 2; round++) {
            server.deploy(SuiteWar.of(NAME, PatientHub.class, LeisurelyServlet.class), NAME, "/patient");
            HubRequests streaming = HubRequests.negotiate(server.port(), HUB);
            HubRequests polling = HubRequests.negotiate(server.port(), HUB);
            polling.open();
            HubRequests silent = HubRequests.negotiate(server.port(), HUB);
            silent.begin();
            try (HubSocket socket = HubSocket.open(server.port(), HUB);
                    HttpCall events = streaming.events();
                    HttpCall poll = polling.poll();
                    HttpCall unanswered = silent.poll()) {
                assertThat(socket.invoke("echo", Json.createValue("x")).getString("result"))
                        .isEqualTo("x");

                server.remove(NAME);

                expectGoodbye(socket);
                assertThat(events.rest()).endsWith("data: " + GOODBYE + "\r\n\r\n");
                HttpReply polled = poll.reply();
                assertThat(polled.code() + polled.text()).isEqualTo("200" + GOODBYE);
                // Without a handshake there is no protocol to say goodbye in.
                assertThat(unanswered.reply().code()).isEqualTo(204);
            }
            server.awaitGone(NAME, "/patient");
        }
    }

    private static void expectGoodbye(HubSocket socket) {
        Incoming message = socket.socket().next(LIMIT).orElseThrow();
        assertThat(message)
                .isInstanceOfSatisfying(
                        Incoming.Message.class, text -> assertThat(text.text()).isEqualTo(GOODBYE));
        assertThat(socket.socket().end(LIMIT)).isIn(1000, 1001);
    }
}
