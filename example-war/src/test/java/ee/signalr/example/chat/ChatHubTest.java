// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import ee.signalr.example.FakeBackground;
import ee.signalr.example.FakeCaller;
import ee.signalr.example.FakeStream;
import ee.signalr.example.Recorder;
import ee.signalr.example.RecordingClients;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChatHubTest {

    private final FakeCaller caller = new FakeCaller("ann");
    private final RecordingClients clients = new RecordingClients();
    private final FakeBackground background = new FakeBackground();
    private final CallStatistics statistics = new CallStatistics();
    private final ChatHub hub = new ChatHub(caller, clients.typed(ChatClient.class), clients, background, statistics);

    @Test
    void shouldBeInTheGroupFromConnectToDisconnect() {
        hub.join();
        assertThat(clients.takeDone()).containsExactly("add ann to group");

        hub.leave();
        assertThat(clients.takeDone()).containsExactly("remove ann from group");
    }

    @Test
    void shouldSendABroadcastToTheGroup() {
        hub.broadcast("hello");

        assertThat(clients.takeDone()).containsExactly("group group: receive[hello]");
    }

    @Test
    void shouldSendAnEchoToTheCallerAlone() {
        hub.echo("hello");

        assertThat(clients.takeDone()).containsExactly("caller: receive[hello]");
    }

    @Test
    void shouldFailWhenPanicking() {
        assertThatIllegalStateException().isThrownBy(hub::panic);
    }

    @Test
    void shouldAnswerATupleOfTextsAndANumber() {
        assertThat(hub.requestTuple("Hi")).containsExactly("HI", "hi", 2);
    }

    @Test
    void shouldAnswerAMapOfTextsAfterFourSeconds() {
        CompletableFuture<Map<String, String>> answer = hub.requestAsync("Hi").toCompletableFuture();

        background.pass(Duration.ofMillis(3999));
        assertThat(answer).isNotDone();

        background.pass(Duration.ofMillis(1));
        assertThat(answer).isCompletedWithValue(Map.of("ToUpper", "HI", "ToLower", "hi", "len", "2"));
    }

    @Test
    void shouldAbortTheCaller() {
        hub.abort();

        assertThat(caller.wasAborted()).isTrue();
    }

    @Test
    void shouldTellTheTimeFiftyTimesOnceASecond() {
        Recorder<String> recorder = Recorder.of(hub.dateStream());
        assertThat(recorder.items())
                .hasSize(1)
                .allSatisfy(
                        date -> assertThat(Instant.parse(date)).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS)));

        background.pass(Duration.ofSeconds(49));
        assertThat(recorder.items()).hasSize(50);

        background.pass(Duration.ofSeconds(1));
        assertThat(recorder.end()).isEqualTo("completed");
    }

    @Test
    void shouldTellWhatIsUploadedAndTheEndOnce() {
        FakeStream<Integer> first = new FakeStream<>();
        FakeStream<Double> second = new FakeStream<>();
        CompletableFuture<Void> end = hub.uploadStream(first, 3, second).toCompletableFuture();

        first.next(1);
        second.next(1.0).next(2.5);
        first.next(2);
        assertThat(clients.takeDone())
                .containsExactly(
                        "caller: receive[f: 3]",
                        "caller: receive[u1: 1]",
                        "caller: receive[u2: 1]",
                        "caller: receive[u2: 2.5]",
                        "caller: receive[u1: 2]");

        second.complete();
        first.next(3);
        assertThat(clients.takeDone()).containsExactly("caller: receive[u1: 3]");
        assertThat(end).isNotDone();

        first.complete();
        assertThat(clients.takeDone()).containsExactly("caller: receive[Finished]");
        assertThat(end).isCompleted();
    }

    @Test
    void shouldFinishWhenTheSecondStreamEndsLast() {
        FakeStream<Integer> first = new FakeStream<>();
        FakeStream<Double> second = new FakeStream<>();
        hub.uploadStream(first, 0.5, second);

        first.complete();
        second.next(1e20).complete();

        assertThat(clients.takeDone())
                .containsExactly("caller: receive[f: 0.5]", "caller: receive[u2: 1.0E20]", "caller: receive[Finished]");
    }

    @Test
    void shouldPassAQuestionOnToTheCaller() {
        CompletableFuture<String> answer = hub.ask("why?").toCompletableFuture();
        assertThat(clients.takeDone()).containsExactly("caller is asked: ask[why?]");

        clients.answer("because");

        assertThat(answer).isCompletedWithValue("client said because");
    }

    @Test
    void shouldAnswerTheNameOfWhoRegisters() {
        assertThat(hub.register(new Registration("Ann", 42))).isEqualTo("Ann");
    }

    @Test
    void shouldTellHowManyCallsThereWere() {
        assertThat(hub.statistics()).containsExactly(entry("calls", 0L), entry("refused", 0L));
    }
}
