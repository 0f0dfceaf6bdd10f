// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that need no permit among those that do. */
@Timeout(60)
class MailboxOrderTest implements Mailbox.Owner {

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> started = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Runnable> reminders = new ConcurrentLinkedQueue<>();
    private final CountDownLatch latch = new CountDownLatch(1);
    private final Mailbox mailbox = new Mailbox(threads, 1, this);

    @AfterEach
    void stop() throws InterruptedException {
        latch.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldStartAllInOrderWhenNoneBlocks() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            mailbox.add(i % 3 == 0 ? free("call " + i, DONE) : plain("call " + i, DONE));
            expected.add("call " + i);
        }
        mailbox.open();

        Awaitility.await().until(() -> started.size() == 1_000);
        assertThat(started).isEqualTo(expected);
    }

    @Test
    void shouldStartACallWithoutPermitBesideAnUnfinishedOne() {
        mailbox.open();
        add(plain("unfinished", new CompletableFuture<>()), free("stream", DONE), plain("waits", DONE));

        Awaitility.await().until(() -> started.contains("stream"));
        assertThat(started).containsExactly("unfinished", "stream");
    }

    @Test
    void shouldStartACallWithoutPermitBesideOneThatBlocksAfterAMoment() {
        mailbox.open();
        add(blocking("blocks", true), free("stream", DONE));
        Awaitility.await().until(() -> !reminders.isEmpty());
        assertThat(started).containsExactly("blocks");

        remind();

        Awaitility.await().until(() -> started.contains("stream"));
    }

    @Test
    void shouldStartPlainCallsBesideACallWithoutPermitThatBlocks() {
        mailbox.open();
        add(blocking("stream", false), plain("a", DONE), blocking("another", false), plain("b", DONE));
        Awaitility.await().until(() -> {
            remind();
            return started.size() == 4;
        });

        assertThat(started).containsExactly("stream", "a", "another", "b");
    }

    @Test
    void shouldStartWhatArrivesWhileACallWithoutPermitBlocks() {
        mailbox.open();
        add(blocking("stream", false));
        Awaitility.await().until(() -> started.size() == 1);

        add(plain("a", DONE));

        Awaitility.await().until(() -> {
            remind();
            return started.contains("a");
        });
    }

    @Test
    void shouldKeepThePermitWithThePlainCall() {
        mailbox.open();
        CompletableFuture<Void> first = new CompletableFuture<>();
        add(plain("first", first), free("stream", new CompletableFuture<>()), plain("second", DONE));
        Awaitility.await().until(() -> started.size() == 2);

        first.complete(null);

        Awaitility.await().until(() -> started.size() == 3);
        assertThat(started).containsExactly("first", "stream", "second");
    }

    @Test
    void shouldFinishWhenAllHaveStarted() {
        mailbox.open();
        add(blocking("stream", false));
        CompletableFuture<Void> finished = mailbox.finish().toCompletableFuture();
        Awaitility.await().until(() -> started.size() == 1);
        assertThat(finished).isNotDone();

        latch.countDown();

        Awaitility.await().until(finished::isDone);
    }

    @Override
    public void idle() {
        // nothing is held back here
    }

    @Override
    public void refused(Throwable cause) {
        throw new AssertionError(cause);
    }

    @Override
    public void later(Runnable task) {
        reminders.add(task);
    }

    private void remind() {
        for (Runnable next = reminders.poll(); next != null; next = reminders.poll()) {
            next.run();
        }
    }

    private void add(Mailbox.Call... calls) {
        for (Mailbox.Call call : calls) {
            mailbox.add(call);
        }
        mailbox.wake();
    }

    private Mailbox.Call plain(String name, CompletableFuture<Void> end) {
        return () -> {
            started.add(name);
            return end;
        };
    }

    private Mailbox.Call free(String name, CompletableFuture<Void> end) {
        return withoutPermit(plain(name, end));
    }

    private Mailbox.Call blocking(String name, boolean permit) {
        Mailbox.Call call = () -> {
            started.add(name);
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return DONE;
        };
        return permit ? call : withoutPermit(call);
    }

    private static Mailbox.Call withoutPermit(Mailbox.Call call) {
        return new Mailbox.Call() {
            @Override
            public CompletableFuture<Void> start() {
                return call.start();
            }

            @Override
            public boolean needsPermit() {
                return false;
            }
        };
    }
}
