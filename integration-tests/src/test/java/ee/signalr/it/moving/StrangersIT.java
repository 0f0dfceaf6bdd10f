// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.moving;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.app.SuiteHub;
import ee.signalr.it.server.MovingServer;
import ee.signalr.it.server.RestlessServer;
import ee.signalr.it.server.SuiteWar;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HubRequests;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications with the same hubs and the one jar each: connections, groups and users of one are nothing to the other. */
@Tag("portable")
@ExtendWith(RestlessServer.class)
@Timeout(400)
class StrangersIT {

    @Test
    void shouldNeverSeeEachOther(MovingServer server) {
        for (String name : List.of("left", "right")) {
            WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war").addPackage(SuiteHub.class.getPackage());
            server.deploy(SuiteWar.export(war), name, "/suite");
        }
        try (HubSocket left = HubSocket.open(server.port(), "/left/suite?user=ann&group=same");
                HubSocket right = HubSocket.open(server.port(), "/right/suite?user=ann&group=same")) {
            String id = left.invoke("whoAmI").getString("result");
            Map<String, String> selected =
                    Map.of("all", "", "others", "", "group", "same", "user", "ann", "client", id);
            selected.forEach((selector, name) -> tell(right, selector, name, "of the right"));
            for (String mine : List.of("all", "group", "user")) {
                assertThat(heard(right)).as(mine).isEqualTo("of the right");
            }
            right.invoke("whoAmI");
            tell(left, "group", "same", "of the left");

            assertThat(heard(left)).isEqualTo("of the left");
            tell(right, "group", "same", "the last");
            assertThat(heard(right)).isEqualTo("the last");
            assertThat(left.invoke("present").getJsonArray("result")).hasSize(1);
        }
        expectStrangeToken(server);
        server.undeploy("left", "/suite");
        server.undeploy("right", "/suite");
    }

    private static String heard(HubSocket socket) {
        return socket.next().getJsonArray("arguments").getString(0);
    }

    private static void tell(HubSocket socket, String selector, String name, String text) {
        JsonArray names = Json.createArrayBuilder().add(name).build();
        socket.send("sendTo", Json.createValue(selector), names, Json.createValue(text));
    }

    private static void expectStrangeToken(MovingServer server) {
        String query = HubRequests.negotiate(server.port(), "/left/suite").query();
        assertThat(HttpCall.exchange(server.port(), "GET", "/right/suite" + query, "")
                        .code())
                .isEqualTo(404);
        assertThat(HttpCall.exchange(server.port(), "GET", "/left/suite" + query, "")
                        .code())
                .isEqualTo(200);
    }
}
