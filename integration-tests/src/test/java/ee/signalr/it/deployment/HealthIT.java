// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.server.Application;
import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.ServerLayout;
import ee.signalr.it.server.SuiteWar;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What MicroProfile Health tells of hubs, on a server that has it. */
class HealthIT {

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        WebArchive war =
                ShrinkWrap.create(WebArchive.class, "healthy.war").addClasses(GreeterHub.class, QuietHub.class);
        server = LibertyServer.start(new ServerLayout(
                        "health",
                        BuildFiles.projectDirectory().resolve("integration-tests/src/test/liberty-health"),
                        List.of(),
                        List.of(),
                        List.of("-Xmx256m"),
                        List.of("/"))
                .with(new Application(SuiteWar.export(war), "/healthy"))
                .readyAt("/healthy/greeter"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void shouldBeReadyAndLive() {
        assertThat(check("ready").getString("status")).isEqualTo("UP");
        assertThat(check("live").getString("status")).isEqualTo("UP");
    }

    @Test
    void shouldCountConnections() {
        awaitConnections(0);
        try (HubSocket socket = HubSocket.open(server.port(), "/healthy/greeter")) {
            assertThat(socket.invoke("greet", Wars.text("you")).getString("result"))
                    .isEqualTo("Hello you");
            awaitConnections(1);
        }
        awaitConnections(0);
    }

    @Test
    void shouldTellNothingButNumbers() {
        assertThat(check("ready").getJsonObject("data").keySet())
                .containsExactlyInAnyOrder("connections.GreeterHub", "connections.QuietHub");
    }

    private static void awaitConnections(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> check("ready").getJsonObject("data").getInt("connections.GreeterHub") == count);
    }

    private static JsonObject check(String kind) {
        HttpReply reply = HttpCall.exchange(server.port(), "GET", "/health/" + kind, "");
        return Meaning.read(reply.text()).asJsonObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("signalr"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No check of ours in " + reply.text()));
    }
}
