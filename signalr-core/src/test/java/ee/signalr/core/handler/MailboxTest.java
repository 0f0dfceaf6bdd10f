// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.core.test.ManualExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The calls of one client: order, permits, fairness, and how they come to an end. */
class MailboxTest {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final ManualExecutor executor = new ManualExecutor();
    private final List<String> events = new ArrayList<>();
    private final NotedOwner owner = new NotedOwner();
    private final Mailbox mailbox = new Mailbox(executor, 1, owner);

    @Test
    void shouldStartNothingBeforeItIsOpened() {
        mailbox.add(call("a"));
        mailbox.wake();
        executor.runAll();
        assertThat(events).isEmpty();

        mailbox.open();
        executor.runAll();
        assertThat(events).containsExactly("a");
    }

    @Test
    void shouldStartNothingBeforeItIsWoken() {
        mailbox.open();
        mailbox.add(call("a"));

        assertThat(executor.pending()).isZero();

        mailbox.wake();
        assertThat(executor.pending()).isOne();
    }

    @Test
    void shouldStartCallsInOrderWithOneTask() {
        mailbox.open();
        add("a", "b", "c");

        executor.runOne();

        assertThat(events).containsExactly("a", "b", "c");
        assertThat(executor.pending()).isZero();
    }

    @Test
    void shouldNeedNoSecondTaskForWhatComesWhileOneIsWaiting() {
        mailbox.open();
        add("a");
        add("b");

        assertThat(executor.pending()).isOne();
        executor.runAll();
        assertThat(events).containsExactly("a", "b");
    }

    @Test
    void shouldTakeWhatComesWhileACallRuns() {
        mailbox.open();
        mailbox.add(() -> {
            events.add("a");
            add("b");
            return DONE;
        });
        mailbox.wake();

        executor.runOne();

        assertThat(events).containsExactly("a", "b");
    }

    @Test
    void shouldKeepThePermitButNoThreadUntilAStageIsComplete() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        mailbox.open();
        mailbox.add(call("a", end));
        add("b");

        executor.runAll();
        add("c");
        assertThat(events).containsExactly("a");
        assertThat(executor.pending()).isZero();

        end.complete(null);
        assertThat(events).containsExactly("a");
        executor.runAll();
        assertThat(events).containsExactly("a", "b", "c");
    }

    @Test
    void shouldStartAsManyAtATimeAsThereArePermits() {
        Mailbox wide = new Mailbox(executor, 3, owner);
        wide.open();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            ends.add(end);
            wide.add(call(name, end));
        }
        wide.wake();

        executor.runAll();
        assertThat(events).containsExactly("a", "b", "c");

        ends.get(1).complete(null);
        executor.runAll();
        assertThat(events).containsExactly("a", "b", "c", "d");

        ends.get(0).complete(null);
        ends.get(2).complete(null);
        executor.runAll();
        assertThat(events).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void shouldGiveBackPermitsOfTasksThatFindNothing() {
        Mailbox wide = new Mailbox(executor, 2, owner);
        wide.open();
        wide.add(call("a"));
        wide.add(call("b"));
        wide.wake();
        assertThat(executor.pending()).isEqualTo(2);
        executor.runAll();

        wide.add(call("c"));
        wide.add(call("d"));
        wide.wake();
        assertThat(executor.pending()).isEqualTo(2);
    }

    @Test
    void shouldLetOthersHaveTheThreadAfterAWhile() {
        mailbox.open();
        for (int i = 0; i < 200; i++) {
            mailbox.add(call("x"));
        }
        mailbox.wake();
        executor.execute(() -> events.add("somebody else"));

        executor.runOne();
        assertThat(events).hasSize(64);
        executor.runOne();
        assertThat(events.get(64)).isEqualTo("somebody else");

        executor.runAll();
        assertThat(events).hasSize(201);
    }

    @Test
    void shouldTellItsOwnerWhenThereIsNothingMoreToDoForNow() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        mailbox.open();
        add("a");
        mailbox.add(call("b", end));
        mailbox.wake();

        executor.runAll();
        assertThat(owner.idle).isOne();

        end.complete(null);
        executor.runAll();
        assertThat(owner.idle).isEqualTo(2);
    }

    @Test
    void shouldTellWhetherCallsWait() {
        mailbox.open();
        assertThat(mailbox.hasWaiting()).isFalse();

        add("a");
        assertThat(mailbox.hasWaiting()).isTrue();

        executor.runAll();
        assertThat(mailbox.hasWaiting()).isFalse();
    }

    @Test
    void shouldGoOnAfterACallThatThrows() {
        mailbox.open();
        mailbox.add(() -> {
            throw new StackOverflowError();
        });
        mailbox.add(() -> {
            throw new IllegalStateException("bug");
        });
        add("c");

        assertThatCode(executor::runAll).doesNotThrowAnyException();
        assertThat(events).containsExactly("c");

        add("d");
        executor.runAll();
        assertThat(events).containsExactly("c", "d");
    }

    @Test
    void shouldDropWhatHasNotStartedWhenClosed() {
        mailbox.open();
        add("a", "b");

        mailbox.close();
        add("c");
        executor.runAll();

        assertThat(events).isEmpty();
        assertThat(mailbox.hasWaiting()).isFalse();
    }

    @Test
    void shouldFinishAtOnceWhenNothingIsLeft() {
        mailbox.open();

        assertThat(mailbox.finish().toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldFinishWhenItIsOpenedAndNothingWaits() {
        CompletableFuture<Void> finished = mailbox.finish().toCompletableFuture();
        assertThat(finished).isNotDone();

        mailbox.open();
        assertThat(finished).isCompleted();
    }

    @Test
    void shouldFinishWhenAllThatCameBeforeHasStarted() {
        CompletableFuture<Void> endless = new CompletableFuture<>();
        mailbox.open();
        add("a");
        mailbox.add(call("b", endless));
        CompletableFuture<Void> finished = mailbox.finish().toCompletableFuture();
        finished.thenRun(() -> events.add("finished"));
        add("too late");
        assertThat(finished).isNotDone();

        executor.runAll();

        assertThat(events).containsExactly("a", "b", "finished");
    }

    @Test
    void shouldNotFinishWhileAThreadIsInsideACall() {
        List<CompletableFuture<Void>> finished = new ArrayList<>();
        mailbox.open();
        mailbox.add(() -> {
            finished.add(mailbox.finish().toCompletableFuture());
            events.add(finished.get(0).isDone() ? "finished too early" : "a");
            return DONE;
        });
        mailbox.wake();

        executor.runAll();

        assertThat(events).containsExactly("a");
        assertThat(finished.get(0)).isCompleted();
    }

    @Test
    void shouldFinishOnlyAfterItIsOpenedWhenCallsWait() {
        add("a");
        CompletableFuture<Void> finished = mailbox.finish().toCompletableFuture();
        executor.runAll();
        assertThat(finished).isNotDone();

        mailbox.open();
        executor.runAll();

        assertThat(events).containsExactly("a");
        assertThat(finished).isCompleted();
    }

    @Test
    void shouldFinishAtOnceWhenClosed() {
        mailbox.open();
        add("a");
        CompletableFuture<Void> finished = mailbox.finish().toCompletableFuture();

        mailbox.close();

        assertThat(finished).isCompleted();
        assertThat(mailbox.finish().toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldGiveBackThePermitWhenTheExecutorRefuses() {
        mailbox.open();
        executor.refuse();
        add("a");
        assertThat(owner.refusals).singleElement().isInstanceOf(RejectedExecutionException.class);

        executor.accept();
        mailbox.wake();
        executor.runAll();

        assertThat(events).containsExactly("a");
    }

    @Test
    void shouldTellItsOwnerWhenTheExecutorRefusesLater() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        mailbox.open();
        mailbox.add(call("a", end));
        add("b");
        executor.runAll();

        executor.refuse();
        end.complete(null);

        assertThat(owner.refusals).hasSize(1);
        assertThat(events).containsExactly("a");
    }

    private void add(String... names) {
        for (String name : names) {
            mailbox.add(call(name));
        }
        mailbox.wake();
    }

    private Mailbox.Call call(String name) {
        return call(name, DONE);
    }

    private Mailbox.Call call(String name, CompletableFuture<Void> end) {
        return () -> {
            events.add(name);
            return end;
        };
    }

    /** Notes what it is told. */
    private static final class NotedOwner implements Mailbox.Owner {

        private final List<Throwable> refusals = new ArrayList<>();
        private final List<Runnable> reminders = new ArrayList<>();
        private int idle;

        @Override
        public void idle() {
            idle++;
        }

        @Override
        public void refused(Throwable cause) {
            refusals.add(cause);
        }

        @Override
        public void later(Runnable task) {
            reminders.add(task);
        }
    }
}
