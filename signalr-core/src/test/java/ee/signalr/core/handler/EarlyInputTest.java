// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.TransportType;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.test.TestTransport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Input that was posted before the transport came. */
class EarlyInputTest {

    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}";

    private final NotingHub hub = new NotingHub();
    private final TestServer server = new TestServer(hub);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldServeAClientThatPostsFirst() {
        TestClient client = server.client(new TestTransport(TransportType.SERVER_SENT_EVENTS))
                .say(HANDSHAKE)
                .say(invocation("1", "echo", "\"a\""))
                .sayRaw(invocation("2", "echo", "\"b\"") + "\u001e{\"typ");
        assertThat(client.messages()).isEmpty();

        client.start().sayRaw("e\":6}\u001e");
        server.run();

        assertThat(client.messages()).containsExactly("{}", result("1", "\"a\""), result("2", "\"b\""));
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldRefuseAnEarlyHandshakeLikeAnyOther() {
        TestClient client = server.client(TestTransport.webSocket())
                .say("{\"protocol\":\"foo\",\"version\":1}", HANDSHAKE)
                .start();
        server.run();

        assertThat(client.messages()).containsExactly("{\"error\":\"The protocol 'foo' is not supported.\"}");
        assertThat(client.closings()).hasSize(1);
        assertThat(hub.events).isEmpty();
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldEndProperlyOnAnEarlyProtocolError() {
        TestClient client = server.client(TestTransport.webSocket())
                .say(HANDSHAKE)
                .say("nonsense")
                .start();
        server.run();

        assertThat(client.messages())
                .containsExactly(
                        "{}", "{\"type\":7,\"error\":\"Connection closed with an error.\",\"allowReconnect\":true}");
        assertThat(client.closings()).hasSize(1);
        assertThat(hub.events).containsExactly("joined", "left");
        assertThat(server.lifetime().size()).isZero();
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldEndProperlyOnAnEarlyClose() {
        TestClient client = server.client(TestTransport.webSocket())
                .say(HANDSHAKE, "{\"type\":7}")
                .start();
        server.run();

        assertThat(client.messages()).containsExactly("{}", "{\"type\":7}");
        assertThat(hub.events).containsExactly("joined", "left");
        assertThat(client.closings()).hasSize(1);
        assertThat(server.lifetime().size()).isZero();
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldTellTheEndWhenTheHubAbortsWhileEarlyInputIsHandedOn() {
        server.on(Runnable::run);
        hub.aborts = true;
        TestClient client = server.client(TestTransport.webSocket())
                .say(HANDSHAKE)
                .say(invocation("1", "echo", "\"a\""))
                .start();

        assertThat(client.messages()).containsExactly("{}", "{\"type\":7}");
        assertThat(hub.events).containsExactly("joined", "left");
        assertThat(server.lifetime().size()).isZero();
        assertThat(server.activator().ended()).containsExactly(client.id());
    }

    /** Notes its life. */
    static final class NotingHub {

        private final List<String> events = new ArrayList<>();
        private boolean aborts;

        @OnConnected
        void joined(HubCallerContext caller) {
            events.add("joined");
            if (aborts) {
                caller.abort();
            }
        }

        @OnDisconnected
        void left(Disconnection any) {
            events.add("left");
        }

        public String echo(String text) {
            return text;
        }
    }
}
