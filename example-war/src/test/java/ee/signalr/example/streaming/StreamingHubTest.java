// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.HubException;
import ee.signalr.example.FakeBackground;
import ee.signalr.example.FakeStream;
import ee.signalr.example.Recorder;
import ee.signalr.example.RecordingClients;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamingHubTest {

    private final RecordingClients clients = new RecordingClients();
    private final FakeBackground background = new FakeBackground();
    private final StreamingHub hub = new StreamingHub(clients, background);

    @Test
    void shouldCountAtThePaceThatIsAskedFor() {
        Recorder<Integer> recorder = Recorder.of(hub.counter(3, 500));

        background.pass(Duration.ofMillis(999));
        assertThat(recorder.items()).containsExactly(0, 1);

        background.pass(Duration.ofMillis(501));
        assertThat(recorder.items()).containsExactly(0, 1, 2);
        assertThat(recorder.end()).isEqualTo("completed");
    }

    @Test
    void shouldCountToTwenty() {
        Recorder<Integer> recorder = Recorder.of(hub.delayCounter(10));

        background.pass(Duration.ofMillis(200));

        assertThat(recorder.items())
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
        assertThat(recorder.end()).isEqualTo("completed");
    }

    @Test
    void shouldRefuseDelaysThatWouldKeepTimersForLong() {
        assertThatExceptionOfType(HubException.class).isThrownBy(() -> hub.counter(1, 60_001));
        assertThatExceptionOfType(HubException.class).isThrownBy(() -> hub.delayCounter(-1));
    }

    @Test
    void shouldSendEachItemBackToTheCaller() {
        FakeStream<String> stream = new FakeStream<>();
        CompletableFuture<Void> end = hub.uploadStream(stream).toCompletableFuture();

        stream.next("one").next("two");
        assertThat(clients.takeDone()).containsExactly("caller: uploaded[one]", "caller: uploaded[two]");
        assertThat(end).isNotDone();

        stream.complete();
        assertThat(end).isCompleted();
    }
}
