// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads for user code: as many as are busy, up to a maximum. */
@Timeout(30)
class WorkerPoolTest {

    private final List<Thread> made = new CopyOnWriteArrayList<>();
    private final ThreadFactory factory = task -> {
        Thread thread = new Thread(task);
        made.add(thread);
        return thread;
    };
    private final ThreadPoolExecutor pool = WorkerPool.create(3, factory);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        release.countDown();
        pool.shutdownNow();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldHaveNoThreadBeforeItHasATask() {
        assertThat(pool.getPoolSize()).isZero();
    }

    @Test
    void shouldUseAnIdleThreadAgain() throws InterruptedException {
        Set<Thread> users = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 50; i++) {
            CountDownLatch done = new CountDownLatch(1);
            pool.execute(() -> {
                users.add(Thread.currentThread());
                done.countDown();
            });
            done.await();
            awaitIdle();
        }

        assertThat(users).hasSize(1);
        assertThat(pool.getLargestPoolSize()).isOne();
    }

    @Test
    void shouldMakeAThreadForEachTaskWhileAllAreBusy() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            block(running);
        }

        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.getPoolSize()).isEqualTo(3);
    }

    @Test
    void shouldLetTasksWaitPastTheMaximumAndKeepTheirOrder() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            block(running);
        }
        running.await();
        List<Integer> order = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(100);
        ThreadPoolExecutor single = WorkerPool.create(1, factory);
        single.execute(this::awaitRelease);
        for (int i = 0; i < 100; i++) {
            int number = i;
            single.execute(() -> {
                order.add(number);
                done.countDown();
            });
            pool.execute(() -> {});
        }
        assertThat(order).isEmpty();
        assertThat(single.getPoolSize()).isOne();
        assertThat(pool.getPoolSize()).isEqualTo(3);

        release.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).hasSize(100).isSorted();
        Awaitility.await().until(() -> pool.getQueue().isEmpty());
        single.shutdownNow();
    }

    @Test
    void shouldLoseNoTask() throws InterruptedException {
        int tasks = 50_000;
        AtomicInteger run = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(tasks);
        for (int i = 0; i < tasks; i++) {
            pool.execute(() -> {
                run.incrementAndGet();
                done.countDown();
            });
        }

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run).hasValue(tasks);
        assertThat(pool.getLargestPoolSize()).isLessThanOrEqualTo(3);
    }

    @Test
    void shouldSurviveTasksThatThrow() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        pool.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
            throw new IllegalStateException("for the test");
        });

        pool.execute(done::countDown);

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldFinishWhatWaitsAndEndItsThreadsAfterShutdown() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(3);
        AtomicInteger run = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            block(running);
        }
        running.await();
        for (int i = 0; i < 10; i++) {
            pool.execute(run::incrementAndGet);
        }

        pool.shutdown();
        release.countDown();

        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(run).hasValue(10);
        for (Thread thread : made) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void shouldRefuseTasksAfterShutdown() {
        pool.shutdown();

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> pool.execute(() -> {}))
                .withMessage("The application has stopped");
    }

    @Test
    void shouldTellWhenNoThreadCanBeMade() {
        ThreadPoolExecutor poor = WorkerPool.create(1, task -> {
            throw new IllegalStateException("the component is stopped");
        });

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> poor.execute(() -> {}));
        assertThatCode(poor::shutdownNow).doesNotThrowAnyException();
    }

    private void block(CountDownLatch running) {
        pool.execute(() -> {
            running.countDown();
            awaitRelease();
        });
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** An idle thread waits for the next task; only then it can be handed one. */
    private void awaitIdle() {
        Awaitility.await()
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .until(() -> pool.getActiveCount() == 0
                        && made.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
    }
}
