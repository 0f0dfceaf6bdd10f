// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UnbegunThreadsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final UnbegunThreads threads = new UnbegunThreads();
    private final Queue<Thread> kept = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ran = new AtomicInteger();
    private final AtomicReference<ThreadPoolExecutor> pool = new AtomicReference<>();

    /** Keeps what it makes until it has run, as that of the servers does. */
    private Thread keep(Runnable task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } finally {
                kept.remove(Thread.currentThread());
            }
        });
        kept.add(thread);
        return thread;
    }

    private ThreadPoolExecutor pool(ThreadFactory factory) {
        pool.set(new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), factory));
        return pool.get();
    }

    @Test
    void shouldHaveTheServerForgetAThreadThatItsPoolNeverStarts() {
        ThreadPoolExecutor shutDown = pool(task -> {
            Thread thread = threads.make(this::keep, task);
            pool.get().shutdown();
            return thread;
        });
        assertThatThrownBy(() -> shutDown.execute(ran::incrementAndGet)).isInstanceOf(RejectedExecutionException.class);
        assertThat(kept).hasSize(1);

        threads.end();

        await().atMost(LIMIT).until(kept::isEmpty);
        assertThat(ran).hasValue(0);
    }

    @Test
    void shouldRunTheTasksOfThreadsThatBegin() throws InterruptedException {
        ThreadPoolExecutor used = pool(task -> threads.make(this::keep, task));

        used.execute(ran::incrementAndGet);

        used.shutdown();
        assertThat(used.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(ran).hasValue(1);
        await().atMost(LIMIT).until(kept::isEmpty);
    }

    @Test
    void shouldLeaveThreadsAloneThatHaveBegun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = threads.make(this::keep, () -> {
            begun.countDown();
            await().atMost(LIMIT).until(() -> ended.getCount() == 0);
            ran.incrementAndGet();
        });
        assertThat(thread).isNotNull();
        thread.start();
        assertThat(begun.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        threads.end();
        threads.end();
        ended.countDown();

        thread.join(LIMIT.toMillis());
        assertThat(ran).hasValue(1);
    }

    @Test
    void shouldMakeNoneWhenItIsOver() {
        threads.end();

        assertThat(threads.make(this::keep, ran::incrementAndGet)).isNull();
        assertThat(kept).isEmpty();
    }

    @Test
    void shouldLetGoOfTheOneThatIsMadeWhileItEnds() {
        ThreadFactory ending = task -> {
            threads.end();
            return keep(task);
        };

        assertThat(threads.make(ending, ran::incrementAndGet)).isNull();

        await().atMost(LIMIT).until(kept::isEmpty);
        assertThat(ran).hasValue(0);
    }

    @Test
    void shouldNotMindThatAThreadIsStartedAtTheLastMoment() {
        Thread started = new Thread(() -> {});
        started.start();
        assertThat(threads.make(task -> started, ran::incrementAndGet)).isSameAs(started);

        threads.end();

        assertThat(ran).hasValue(0);
    }

    @Test
    void shouldMakeNoneWhereTheServerMakesNone() {
        assertThat(threads.make(task -> null, ran::incrementAndGet)).isNull();

        threads.end();
    }
}
