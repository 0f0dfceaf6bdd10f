// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.server.HealthServer;
import ee.signalr.it.server.SuiteWar;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What MicroProfile Health tells of hubs, on every server that has it: those that bring the Web Profile. */
@Tag("portable")
@Tag("full")
class HealthIT {

    private static HealthServer server;

    @BeforeAll
    static void start() {
        WebArchive war =
                ShrinkWrap.create(WebArchive.class, "healthy.war").addClasses(GreeterHub.class, QuietHub.class);
        server = HealthServer.start(SuiteWar.export(war), "/healthy", "/healthy/greeter");
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
        try (HubSocket socket = HubSocket.open(server.server().port(), "/healthy/greeter")) {
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
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> connections() == count);
    }

    /** A number; on Payara, which writes all data as texts, the text of one. */
    private static int connections() {
        JsonValue told = check("ready").getJsonObject("data").get("connections.GreeterHub");
        return Integer.parseInt(told instanceof JsonString text ? text.getString() : told.toString());
    }

    private static JsonObject check(String kind) {
        HttpReply reply = HttpCall.exchange(server.healthPort(), "GET", "/health/" + kind, "");
        return Meaning.read(reply.text()).asJsonObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("signalr"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No check of ours in " + reply.text()));
    }
}
