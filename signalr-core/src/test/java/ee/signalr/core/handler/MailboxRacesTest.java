// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mailbox on real threads: no call is lost, none starts before its turn, and no more run than may. */
@Timeout(60)
class MailboxRacesTest {

    private static final int CALLS = 20_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void shouldRunEveryCallAndNeverTooManyAtATime(int permits) throws InterruptedException {
        Mailbox mailbox = new Mailbox(threads, permits, new Indifferent());
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(CALLS);
        Random random = new Random(permits);
        mailbox.open();

        for (int i = 0; i < CALLS; i++) {
            boolean later = random.nextInt(3) == 0;
            mailbox.add(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                return later ? endLater(running, all) : endNow(running, all);
            });
            if (random.nextInt(5) == 0) {
                mailbox.wake();
            }
        }
        mailbox.wake();

        assertThat(all.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isBetween(1, permits);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldStartCallsOfOnePermitInOrder(int seed) throws InterruptedException {
        Mailbox mailbox = new Mailbox(threads, 1, new Indifferent());
        Queue<Integer> started = new ConcurrentLinkedQueue<>();
        CountDownLatch all = new CountDownLatch(CALLS);
        AtomicInteger running = new AtomicInteger();
        Random random = new Random(seed);
        mailbox.open();

        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            int number = i;
            boolean later = random.nextInt(10) == 0;
            expected.add(number);
            mailbox.add(() -> {
                started.add(number);
                return later ? endLater(running, all) : endNow(running, all);
            });
            mailbox.wake();
        }

        assertThat(all.await(40, TimeUnit.SECONDS)).isTrue();
        assertThat(List.copyOf(started)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldAlwaysFinish(int permits) throws Exception {
        for (int round = 0; round < 500; round++) {
            Mailbox mailbox = new Mailbox(threads, permits, new Indifferent());
            AtomicInteger started = new AtomicInteger();
            mailbox.open();
            for (int i = 0; i < 10; i++) {
                mailbox.add(() -> {
                    started.incrementAndGet();
                    return CompletableFuture.completedFuture(null);
                });
                mailbox.wake();
            }

            mailbox.finish().toCompletableFuture().get(10, TimeUnit.SECONDS);

            assertThat(started).hasValue(10);
        }
    }

    private static CompletableFuture<Void> endNow(AtomicInteger running, CountDownLatch all) {
        running.decrementAndGet();
        all.countDown();
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> endLater(AtomicInteger running, CountDownLatch all) {
        return CompletableFuture.runAsync(() -> endNow(running, all), threads);
    }

    /** Needs to know nothing. */
    private static final class Indifferent implements Mailbox.Owner {

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
            task.run();
        }
    }
}
