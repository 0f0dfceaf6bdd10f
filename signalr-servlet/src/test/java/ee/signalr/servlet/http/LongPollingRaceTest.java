// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.transport.CloseStatus;
import ee.signalr.servlet.fakes.FakeRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Polls that meet each other, the end, and clients that are gone. */
class LongPollingRaceTest {

    private static final String CLOSED = "204 text/plain null ''";
    private static final String CONFLICT = "409 text/plain 0 ''";

    private final ServletFixture server = ServletFixture.create();
    private final String target = server.startPolling();

    /** A poll whose answer is under way, because the client reads slowly. */
    private FakeRequest slowPoll() {
        FakeRequest slow = FakeRequest.get(target);
        slow.response().output().block();
        server.send(slow);
        server.hub().send("slow");
        return slow;
    }

    @Test
    void shouldReplaceAWaitingPoll() {
        FakeRequest older = server.get(target);
        FakeRequest newer = server.get(target);

        assertThat(older.response().summary()).isEqualTo(CLOSED);
        assertThat(newer.isAnswered()).isFalse();

        server.hub().send("x");
        assertThat(newer.response().body()).isEqualTo("x");
    }

    @Test
    void shouldReplaceAWaitingPollAgainAndAgain() {
        List<FakeRequest> polls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            polls.add(server.get(target));
        }

        assertThat(polls.subList(0, 4))
                .allMatch(poll -> poll.response().summary().equals(CLOSED));
        assertThat(polls.get(4).isAnswered()).isFalse();
    }

    @Test
    void shouldLetAPollWaitWhileTheOneBeforeIsBeingAnswered() {
        FakeRequest slow = slowPoll();
        FakeRequest next = server.get(target);
        server.hub().send("next");

        assertThat(slow.isAnswered()).isFalse();
        assertThat(next.isAnswered()).isFalse();

        slow.response().output().unblock();
        assertThat(slow.response().body()).isEqualTo("slow");
        assertThat(slow.isAnswered()).isTrue();
        assertThat(next.response().body()).isEqualTo("next");
    }

    @Test
    void shouldAnswer409ToTheSecondThatWaitsForTheSamePoll() {
        FakeRequest slow = slowPoll();
        FakeRequest winner = server.get(target);
        FakeRequest loser = server.get(target);

        assertThat(loser.response().summary()).isEqualTo(CONFLICT);
        assertThat(loser.response().headers()).containsEntry("Cache-Control", "no-cache, no-store");

        slow.response().output().unblock();
        server.hub().send("x");
        assertThat(winner.response().body()).isEqualTo("x");
    }

    @Test
    void shouldStayActiveWhenTheNextPollComesBeforeTheAnswerIsDone() {
        FakeRequest slow = slowPoll();
        FakeRequest next = server.get(target);
        slow.response().output().unblock();

        server.pass(Duration.ofSeconds(60));

        assertThat(next.isAnswered()).isFalse();
        assertThat(server.hub().ends()).isEmpty();
    }

    @Test
    void shouldCutOffAClientThatDoesNotReadItsAnswer() {
        FakeRequest slow = slowPoll();

        server.pass(Duration.ofSeconds(11));

        assertThat(slow.isAnswered()).isTrue();
        assertThat(server.hub().ends()).containsExactly("SendTimeoutException");
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldWaitForAnotherPollWhenTheClientHasGone() {
        FakeRequest gone = server.get(target);
        gone.breakOff();
        assertThat(gone.isAnswered()).isTrue();

        server.hub().send("kept");
        assertThat(server.get(target).response().body()).isEqualTo("kept");
        assertThat(server.hub().ends()).isEmpty();
    }

    @Test
    void shouldEndTheConnectionWhenTheClientHasGoneForGood() {
        server.get(target).breakOff();

        server.pass(Duration.ofSeconds(16));

        assertThat(server.hub().ends()).containsExactly("in order");
    }

    @Test
    void shouldGoOnWithTheNextPollWhenAnAnswerCouldNotBeWritten() {
        FakeRequest gone = server.get(target);
        gone.response().output().breakOff();
        server.hub().send("lost");
        assertThat(gone.isAnswered()).isTrue();

        server.hub().send("kept");
        assertThat(server.get(target).response().body()).isEqualTo("kept");
    }

    @Test
    void shouldSurviveAContainerThatHasCompletedThePollItself() {
        FakeRequest gone = server.get(target);
        gone.vanish();
        server.hub().send("lost");

        server.hub().send("kept");
        assertThat(server.get(target).response().body()).isEqualTo("kept");
    }

    @Test
    void shouldAnswerTheRestAndThen204WhenTheHubClosesDuringAnAnswer() {
        FakeRequest slow = slowPoll();
        FakeRequest next = server.get(target);
        server.hub().connection().close(CloseStatus.NORMAL);

        slow.response().output().unblock();

        assertThat(slow.response().body()).isEqualTo("slow");
        assertThat(next.response().summary()).isEqualTo(CLOSED);
        assertThat(server.connections().size()).isZero();
    }

    @RepeatedTest(200)
    void shouldLoseNothingWhenSendingMeetsTheTimeLimit() throws Exception {
        FakeRequest poll = server.get(target);
        server.pass(Duration.ofSeconds(90));

        race(() -> server.pass(Duration.ofSeconds(1)), () -> server.hub().send("x"));

        FakeRequest next = poll.response().body().isEmpty() ? server.get(target) : poll;
        assertThat(next.response().body()).isEqualTo("x");
    }

    @RepeatedTest(200)
    void shouldLoseNothingWhenSendingMeetsAReplacement() throws Exception {
        FakeRequest older = server.get(target);
        FakeRequest newer = FakeRequest.get(target);

        race(() -> server.send(newer), () -> server.hub().send("x"));

        assertThat(older.response().body() + newer.response().body()).isEqualTo("x");
        assertThat(older.isAnswered()).isTrue();
    }

    @RepeatedTest(200)
    void shouldAnswerEveryPollWhenTheEndMeetsAPoll() throws Exception {
        FakeRequest poll = FakeRequest.get(target);

        race(() -> server.send(poll), () -> server.hub().connection().close(CloseStatus.NORMAL));

        assertThat(poll.isAnswered()).isTrue();
        assertThat(poll.response().status()).isEqualTo(204);
        assertThat(server.connections().size()).isZero();
    }

    private static void race(Runnable one, Runnable other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (Runnable action : List.of(one, other)) {
                runs.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    action.run();
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get(10, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
