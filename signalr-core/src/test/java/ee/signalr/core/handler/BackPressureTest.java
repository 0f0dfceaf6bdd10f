// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for a busy hub counts against the client's input budget. */
class BackPressureTest {

    private final StuckHub hub = new StuckHub();
    private final TestServer server = new TestServer(hub).with(Options.APPLICATION_MAX_BUFFER_SIZE, 1_000L);
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldWelcomeInputWhileLittleWaits() {
        TestClient client = server.connected().tell("block").tell("note", "\"a\"");

        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
    }

    @Test
    void shouldCountWhatWaitsWithItsFraming() {
        TestClient client = server.connected().tell("block");
        String note = notification("note", "\"" + "x".repeat(200) + "\"");
        int size = note.length() + 1;

        int accepted = 0;
        while (client.connection().waitingInput().hasRoom()) {
            client.say(note);
            accepted++;
        }

        assertThat(accepted).isEqualTo(1_000 / size + 1);
    }

    @Test
    void shouldWelcomeInputAgainWhenACallHasStarted() {
        TestClient client = server.connected().tell("block");
        client.say(notification("note", "\"" + "x".repeat(2_000) + "\""));
        client.connection().waitingInput().whenRoom(() -> events.add("go on, noted: " + hub.notes));
        assertThat(client.connection().waitingInput().hasRoom()).isFalse();
        assertThat(events).isEmpty();

        hub.blocked.complete(null);
        server.run();

        assertThat(events).containsExactly("go on, noted: 0");
        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
        assertThat(hub.notes).isOne();
    }

    @Test
    void shouldCountRefusedStreamInvocationsToo() {
        TestClient client = server.connected().tell("block");

        client.say("{\"type\":4,\"invocationId\":\"" + "x".repeat(2_000) + "\",\"target\":\"note\",\"arguments\":[]}");

        assertThat(client.connection().waitingInput().hasRoom()).isFalse();
    }

    @Test
    void shouldCountCallsThatWaitForTheCallbackOfTheNewConnection() {
        TestClient client = server.client()
                .say("{\"protocol\":\"json\",\"version\":1}", notification("note", "\"" + "x".repeat(2_000) + "\""));
        assertThat(client.connection().waitingInput().hasRoom()).isFalse();

        server.run();
        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
    }

    @Test
    void shouldNotCountWhatIsHandledAtOnce() {
        TestClient client = server.connected().tell("block");

        for (int i = 0; i < 1_000; i++) {
            client.ping()
                    .say("{\"type\":3,\"invocationId\":\"9\",\"result\":1}", "{\"type\":5,\"invocationId\":\"9\"}");
        }

        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
    }

    @Test
    void shouldStillHandlePingsAndClosesPastTheBudget() {
        TestClient client = server.connected().call("1", "block");
        client.say(notification("note", "\"" + "x".repeat(2_000) + "\""));

        client.ping().say("{\"type\":7}");
        hub.blocked.complete(null);
        server.run();

        assertThat(client.news()).containsExactly(result("1", "null"), "{\"type\":7}");
    }

    @Test
    void shouldLetReadersGoWhenTheConnectionEnds() {
        TestClient client = server.connected().tell("block");
        client.say(notification("note", "\"" + "x".repeat(2_000) + "\""));
        client.connection().waitingInput().whenRoom(() -> events.add("let go"));

        client.vanish();

        assertThat(events).containsExactly("let go");
    }

    @Test
    void shouldRunTheCallEvenWhenTheReaderItWakesFails() {
        TestClient client = server.connected().tell("block");
        client.say(notification("note", "\"" + "x".repeat(2_000) + "\""));
        client.connection().waitingInput().whenRoom(() -> {
            throw new IllegalStateException("request recycled");
        });

        hub.blocked.complete(null);
        server.run();

        assertThat(hub.notes).isOne();
    }

    /** Can be blocked. */
    static final class StuckHub {

        private final CompletableFuture<Void> blocked = new CompletableFuture<>();
        private int notes;

        public CompletionStage<Void> block() {
            return blocked;
        }

        public void note(String any) {
            notes++;
        }
    }
}
