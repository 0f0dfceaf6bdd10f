// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.restless.BusyServlet;
import ee.signalr.it.restless.FleetingHub;
import ee.signalr.it.restless.Mark;
import ee.signalr.it.restless.PatientHub;
import ee.signalr.it.server.HeapHistogram;
import ee.signalr.it.server.MovingServer;
import ee.signalr.it.server.RestlessServer;
import ee.signalr.it.server.SuiteWar;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HubRequests;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that comes and goes ten times, with connections open each time, leaves no class loader behind. */
@Tag("portable")
@ExtendWith(RestlessServer.class)
class RedeployLeakIT {

    private static final int TIMES = 10;
    /** Twice as long as Tomcat keeps threads that have nothing to do. */
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static final int THREADS = 100;
    private static final String BUSY = "busy";
    private static final String NAME = "fleeting";
    private static final String HUB = "/fleeting/fleeting";

    @Test
    void shouldLeaveNoClassLoaderBehind(MovingServer server) {
        server.deploy(SuiteWar.of(BUSY, PatientHub.class, BusyServlet.class), BUSY, "/busy");
        Path war = SuiteWar.of(NAME, FleetingHub.class, Mark.class);
        for (int time = 0; time < TIMES; time++) {
            server.deploy(war, NAME, "/fleeting");
            HubRequests streaming = HubRequests.negotiate(server.port(), HUB);
            try (HubSocket socket = HubSocket.open(server.port(), HUB);
                    HttpCall events = streaming.events()) {
                streaming.echo("x");
                assertThat(events.chunks("\r\n\r\n", 1)).contains("\"result\":\"x\"");
                assertThat(socket.invoke("echo", Json.createValue("x")).getString("result"))
                        .isEqualTo("x");
                if (time == 0) {
                    assertThat(marks(server)).isEqualTo(1);
                }
                server.undeploy(NAME, "/fleeting");
            }
        }
        useEveryThread(server);
        await("class loaders to be collected")
                .atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(marks(server)).isLessThanOrEqualTo(server.keptLoaders()));
        server.undeploy(BUSY, "/busy");
    }

    /**
     * Threads of Liberty keep the last request that they served until there is another one, selectors the last connection; requests
     * that Payara has pooled keep the last WebSocket that began with them.
     */
    private static void useEveryThread(MovingServer server) {
        List<HttpCall> calls = Stream.generate(
                        () -> HttpCall.send(server.port(), "GET", "/" + BUSY + "/busy", List.of(), new byte[0]))
                .limit(THREADS)
                .toList();
        calls.forEach(call -> assertThat(call.reply().code()).isEqualTo(204));
        calls.forEach(HttpCall::close);
        Stream.generate(() -> HubSocket.open(server.port(), "/" + BUSY + "/patient"))
                .limit(THREADS)
                .toList()
                .forEach(HubSocket::close);
    }

    private static long marks(MovingServer server) {
        return HeapHistogram.of(server).instances(Mark.class.getName());
    }
}
