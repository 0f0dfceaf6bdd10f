// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What hub methods use of the platform: JNDI and the rest of the application, and in the Web Profile transactions and enterprise beans. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class PlatformIT {

    private static final String NAMING = "/platform/naming";
    private static final String ENTERPRISE = "/platform/enterprise";

    @Test
    void shouldFindEntriesOfTheApplicationByJndi(TestServer server) {
        try (HubSocket socket = HubSocket.open(server.port(), NAMING)) {
            assertThat(result(socket, "entry")).isEqualTo("\"from web.xml\"");
        }
    }

    @Test
    void shouldFindThemWhileItemsArePulled(TestServer server) {
        try (HubSocket socket = HubSocket.open(server.port(), NAMING)) {
            socket.write("{\"type\":4,\"invocationId\":\"s\",\"target\":\"entries\",\"arguments\":[2]}");
            for (int item = 0; item < 2; item++) {
                assertThat(socket.next()).containsEntry("item", Wars.text("from web.xml"));
            }
            assertThat(socket.next()).containsEntry("type", Json.createValue(3)).doesNotContainKey("error");
        }
    }

    @Test
    void shouldTellClientsWhatTheRestOfTheApplicationSays(TestServer server) {
        try (HubSocket socket = HubSocket.open(server.port(), NAMING)) {
            socket.invoke("entry");
            assertThat(HttpCall.exchange(server.port(), "POST", "/platform/announce?text=heard", "")
                            .code())
                    .isEqualTo(204);
            JsonObject announced = socket.next();
            assertThat(announced.getString("target")).isEqualTo("announced");
            assertThat(announced.getJsonArray("arguments").getString(0)).isEqualTo("heard");
        }
    }

    @Tag("full")
    @Test
    void shouldRunInATransactionWhereOneIsWanted(TestServer server) {
        try (HubSocket socket = HubSocket.open(server.port(), ENTERPRISE)) {
            assertThat(result(socket, "inTransaction")).isEqualTo("true");
            assertThat(result(socket, "outsideTransaction")).isEqualTo("false");
        }
    }

    @Tag("full")
    @Test
    void shouldCommitWhatSucceedsAndRollBackWhatFails(TestServer server) {
        try (HubSocket socket = HubSocket.open(server.port(), ENTERPRISE)) {
            socket.invoke("succeed");
            assertThat(result(socket, "committed")).isEqualTo("true");
            assertThat(Wars.error(socket.invoke("fail"))).endsWith("on the server.");
            assertThat(result(socket, "rolledBack")).isEqualTo("true");
        }
    }

    @Tag("full")
    @Test
    void shouldFindAndCallEnterpriseBeans(TestServer server) {
        try (HubSocket socket = HubSocket.open(server.port(), ENTERPRISE)) {
            assertThat(result(socket, "lookup")).isEqualTo("true");
            assertThat(result(socket, "add", Json.createValue(2), Json.createValue(3)))
                    .isEqualTo("5");
        }
    }

    private static String result(HubSocket socket, String method, JsonValue... arguments) {
        JsonObject completion = socket.invoke(method, arguments);
        assertThat(completion).containsKey("result");
        return completion.get("result").toString();
    }
}
