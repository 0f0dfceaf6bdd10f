// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.example.FakeCaller;
import ee.signalr.example.FakeStream;
import ee.signalr.example.RecordingClients;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BenchHubTest {

    private final RecordingClients clients = new RecordingClients();
    private final BenchHub hub = new BenchHub(clients);

    @Test
    void shouldAnswerWhatItGets() {
        Payload payload = new Payload(1, new int[] {2, 3});

        assertThat(hub.echo("text")).isEqualTo("text");
        assertThat(hub.echoArgs("text", 1, payload)).isSameAs(payload);
    }

    @Test
    void shouldCallReceiveOfWhoIsMeant() {
        hub.sendToCaller("one", clients);
        hub.broadcast("all", clients);
        hub.broadcastGroup("some", clients);

        assertThat(clients.takeDone())
                .containsExactly("caller: Receive[one]", "all: Receive[all]", "group g: Receive[some]");
    }

    @Test
    void shouldPutTheCallerIntoTheGroup() {
        hub.join("g", new FakeCaller("ann"));

        assertThat(clients.takeDone()).containsExactly("add ann to g");
    }

    @Test
    void shouldStreamNumbersFromZero() {
        assertThat(hub.stream(3)).containsExactly(0, 1, 2);
        assertThat(hub.stream(-1)).isEmpty();
    }

    @Test
    void shouldCountWhatIsUploaded() {
        FakeStream<String> stream = new FakeStream<>();
        CompletableFuture<Integer> count = hub.upload(stream).toCompletableFuture();

        stream.next("a").next("b").complete();

        assertThat(count).isCompletedWithValue(2);
    }

    @Test
    void shouldFailWithTheUpload() {
        FakeStream<String> stream = new FakeStream<>();
        CompletableFuture<Integer> count = hub.upload(stream).toCompletableFuture();

        stream.fail(new IllegalStateException("cut"));

        assertThat(count).isCompletedExceptionally();
    }
}
