// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerClients;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.TestTransport.Completion;
import ee.signalr.core.transport.CloseStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pings, and clients that fall silent. */
class KeepAliveTest {

    private static final String PING = "{\"type\":6}";
    private static final String LOST = "{\"type\":7,\"error\":\"Connection closed with an error."
            + " OperationCanceledException: Client hasn't sent a message/ping within the configured"
            + " ClientTimeoutInterval.\",\"allowReconnect\":true}";

    private final BusyHub hub = new BusyHub();
    private final TestServer server = new TestServer(hub).detailed();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldPingWhenTheIntervalHasPassedAndNotBefore() {
        TestClient client = server.connected();

        server.pass(Duration.ofSeconds(15));
        assertThat(client.news()).isEmpty();

        server.pass(Duration.ofMillis(1));
        assertThat(client.news()).containsExactly(PING);

        server.pass(Duration.ofSeconds(15));
        assertThat(client.news()).isEmpty();

        server.pass(Duration.ofSeconds(1));
        assertThat(client.news()).containsExactly(PING);
    }

    @Test
    void shouldPingBusyConnectionsToo() {
        TestClient client = server.connected();

        for (int i = 0; i < 16; i++) {
            client.call("1", "echo", "\"x\"");
            server.pass(Duration.ofSeconds(1));
        }

        assertThat(client.news()).contains(PING);
    }

    @Test
    void shouldPingWhileTheHubIsBusy() {
        TestClient client = server.connected().call("1", "block");

        server.pass(Duration.ofSeconds(16));

        assertThat(client.news()).containsExactly(PING);
    }

    @Test
    void shouldPingWhileTheCallbackOfTheNewConnectionRuns() {
        hub.joining = new CompletableFuture<>();
        TestClient client = server.connected();

        server.pass(Duration.ofSeconds(16));

        assertThat(client.news()).containsExactly(PING);
    }

    @Test
    void shouldNotPingBeforeTheHandshake() {
        TestClient client =
                server.with(Options.HANDSHAKE_TIMEOUT, Duration.ofHours(1)).client();

        server.pass(Duration.ofSeconds(40));

        assertThat(client.messages()).isEmpty();
    }

    @Test
    void shouldNotPingWhileSomethingElseWaitsToBeSent() {
        TestTransport slow = TestTransport.webSocket();
        TestClient client = server.with(Options.TRANSPORT_SEND_TIMEOUT, Duration.ofHours(1))
                .client(slow)
                .start()
                .handshake();
        slow.completing(Completion.BY_HAND);
        server.context().clients().all().send("news");

        server.pass(Duration.ofSeconds(40));
        assertThat(client.news()).hasSize(1);

        slow.complete();
        server.pass(Duration.ofSeconds(1));
        assertThat(client.news()).containsExactly(PING);
    }

    @Test
    void shouldFollowTheConfiguredInterval() {
        TestClient client =
                server.with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(3)).connected();

        server.pass(Duration.ofSeconds(12));

        assertThat(client.news()).containsExactly(PING, PING, PING);
    }

    @Test
    void shouldNeitherPingNorLosePollingClients() {
        TestClient client = server.connected(TransportType.LONG_POLLING).ping();

        server.pass(Duration.ofMinutes(10));

        assertThat(client.news()).isEmpty();
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldNotAnswerPings() {
        assertThat(server.connected().ping().ping().news()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WEB_SOCKETS", "SERVER_SENT_EVENTS"})
    void shouldEndAConnectionWhoseClientHasFallenSilentAfterAPing(TransportType type) {
        TestClient client = server.with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(30))
                .connected(type)
                .ping();

        server.pass(Duration.ofSeconds(30));
        assertThat(client.isClosed()).isFalse();

        server.pass(Duration.ofMillis(1));
        assertThat(client.news()).contains(LOST);
        assertThat(client.closings()).containsExactly(CloseStatus.FAREWELL);
        assertThat(hub.ends)
                .singleElement()
                .satisfies(end -> assertThat(end.cause())
                        .get()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("Client hasn't sent a message/ping within the configured ClientTimeoutInterval."));
    }

    @Test
    void shouldNeverLoseAClientThatHasNeverPinged() {
        TestClient client = server.connected().call("1", "echo", "\"x\"");

        server.pass(Duration.ofMinutes(10));

        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldTakeAnyInputForASignOfLife() {
        TestClient client = server.connected().ping();

        for (int i = 0; i < 5; i++) {
            server.pass(Duration.ofSeconds(20));
            client.tell("echo", "\"x\"");
            server.pass(Duration.ofSeconds(20));
            client.sayRaw("{\"type\"");
            server.pass(Duration.ofSeconds(20));
            client.sayRaw(":6}\u001e");
        }

        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldReadPingsWhileTheHubIsBusy() {
        TestClient client = server.connected().ping().call("1", "block").call("2", "echo", "\"waits\"");

        for (int i = 0; i < 10; i++) {
            server.pass(Duration.ofSeconds(20));
            client.ping();
        }
        assertThat(client.isClosed()).isFalse();
        assertThat(client.news()).containsOnly(PING);

        hub.blocked.complete(null);
        server.run();
        assertThat(client.news()).containsExactly(result("1", "null"), result("2", "\"waits\""));
    }

    @Test
    void shouldNotCountTheTimeInWhichTheServerDoesNotRead() {
        TestClient client = server.connected().ping().call("1", "block");
        while (client.connection().waitingInput().hasRoom()) {
            client.tell("echo", "\"" + "x".repeat(10_000) + "\"");
        }

        server.pass(Duration.ofMinutes(5));
        assertThat(client.isClosed()).isFalse();

        hub.blocked.complete(null);
        server.run();
        server.pass(Duration.ofSeconds(29));
        assertThat(client.isClosed()).isFalse();
        server.pass(Duration.ofSeconds(2));
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void shouldFollowTheConfiguredClientTimeout() {
        server.with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(1))
                .with(Options.CLIENT_TIMEOUT_INTERVAL, Duration.ofSeconds(2));
        TestClient client = server.connected().ping();

        server.pass(Duration.ofSeconds(3));

        assertThat(client.news()).contains(LOST);
    }

    @Test
    void shouldNotPingAfterTheEnd() {
        TestTransport slow = TestTransport.webSocket().lingering();
        TestClient client = server.client(slow).start().handshake().say("{\"type\":7}");
        server.run();
        client.news();

        server.pass(Duration.ofMinutes(1));

        assertThat(client.news()).isEmpty();
    }

    /** Can be kept busy. */
    static final class BusyHub {

        private final List<Disconnection> ends = new ArrayList<>();
        private final CompletableFuture<Void> blocked = new CompletableFuture<>();
        private CompletableFuture<Void> joining = CompletableFuture.completedFuture(null);

        @OnConnected
        CompletionStage<Void> joined(HubCallerClients any) {
            return joining;
        }

        @OnDisconnected
        void left(Disconnection end) {
            ends.add(end);
        }

        public CompletionStage<Void> block() {
            return blocked;
        }

        public String echo(String text) {
            return text;
        }
    }
}
