// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.moving;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.restless.PatientHub;
import ee.signalr.it.restless.ShortSessions;
import ee.signalr.it.server.MovingServer;
import ee.signalr.it.server.RestlessServer;
import ee.signalr.it.server.SuiteWar;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HubRequests;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections that are idle for longer than the server lets any be by itself. */
@Tag("portable")
@ExtendWith(RestlessServer.class)
@Timeout(240)
class IdleIT {

    private static final Duration IDLE = Duration.ofSeconds(9);
    private static final int LIMIT_MILLIS = 20_000;
    private static final String REQUEST = "POST /idle/patient/negotiate?negotiateVersion=1 HTTP/1.1\r\n"
            + "Host: 127.0.0.1\r\nContent-Length: 0\r\n\r\n";

    @Test
    void shouldLiveOnEveryTransport(MovingServer server) throws IOException {
        server.deploy(SuiteWar.of("idle", PatientHub.class, ShortSessions.class), "idle", "/patient");
        HubRequests streaming = HubRequests.negotiate(server.port(), "/idle/patient");
        HubRequests polling = HubRequests.negotiate(server.port(), "/idle/patient");
        polling.open();
        try (HubSocket socket = HubSocket.open(server.port(), "/idle/patient");
                HttpCall events = streaming.events();
                HttpCall poll = polling.poll();
                Socket alone = idle(server.port())) {
            expectEcho(socket, "before");

            assertThat(socket.next(IDLE)).isEmpty();

            expectEcho(socket, "after");
            streaming.echo("streamed");
            assertThat(events.chunks("\r\n\r\n", 1)).contains("\"result\":\"streamed\"");
            polling.echo("polled");
            assertThat(poll.reply().text()).contains("\"result\":\"polled\"");
            expectEnd(alone);
        }
        server.undeploy("idle", "/patient");
    }

    private static void expectEcho(HubSocket socket, String text) {
        assertThat(socket.invoke("echo", Json.createValue(text)).getString("result"))
                .isEqualTo(text);
    }

    /** A connection that is kept alive after a request, and has no other. */
    private static Socket idle(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The server does end who is idle: the others would not live without us. */
    private static void expectEnd(Socket idle) throws IOException {
        idle.setSoTimeout(LIMIT_MILLIS);
        assertThat(new String(idle.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 200")
                .doesNotContainIgnoringCase("connection: close");
    }
}
