// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.HubCallerClients;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.TestTransport.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a send is complete, and on which thread. */
class RoomTest {

    private final PushHub hub = new PushHub();
    private final TestServer server = new TestServer(hub).with(Options.TRANSPORT_MAX_BUFFER_SIZE, 100L);
    private final TestTransport transport = TestTransport.webSocket();
    private final TestClient client = server.client(transport).start().handshake();
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void slowDown() {
        transport.completing(Completion.BY_HAND);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldCompleteASendToOneAtOnceWhenLittleWaits() {
        assertThat(push("x").toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldCompleteASendToOneWhenItsQueueHasRoomAgain() {
        CompletionStage<Void> sent = push("x".repeat(100));
        assertThat(sent.toCompletableFuture()).isNotDone();

        transport.complete();
        server.run();

        assertThat(sent.toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldNotRunUserCodeOnTheThreadOfTheCarrier() {
        push("x".repeat(100)).thenRun(() -> events.add("user code"));

        transport.complete();
        assertThat(events).isEmpty();
        assertThat(server.executor().pending()).isOne();

        server.run();
        assertThat(events).containsExactly("user code");
    }

    @Test
    void shouldCompleteWhenTheClientHasGone() {
        CompletionStage<Void> sent = push("x".repeat(100));

        client.vanish();

        assertThat(sent.toCompletableFuture()).isCompleted();
        assertThat(push("y".repeat(100)).toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldCompleteSendsToManyAtOnce() {
        assertThat(server.context()
                        .clients()
                        .all()
                        .send("data", "x".repeat(1_000))
                        .toCompletableFuture())
                .isCompleted();
        assertThat(server.context()
                        .clients()
                        .clients(List.of(client.id()))
                        .send("data", "x".repeat(1_000))
                        .toCompletableFuture())
                .isCompleted();
    }

    @Test
    void shouldEndACallWhenWhatItSentHasRoom() {
        client.call("1", "push", "\"" + "x".repeat(100) + "\"");
        assertThat(client.news()).hasSize(1);

        transport.complete();
        server.run();
        assertThat(client.news()).containsExactly(result("1", "null"));
    }

    private CompletionStage<Void> push(String text) {
        return server.context().clients().client(client.id()).send("data", text);
    }

    /** Sends to its caller. */
    static final class PushHub {

        public CompletionStage<Void> push(String text, HubCallerClients clients) {
            return clients.caller().send("data", text);
        }
    }
}
