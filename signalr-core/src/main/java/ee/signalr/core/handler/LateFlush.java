// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends, after about a millisecond, what a connection holds back. Answers to calls that arrived together leave together, which
 * saves most of their cost; but the answer to the first must not wait for a second that takes long. One timer serves all
 * connections, and only while one of them holds something. Thread-safe.
 */
public final class LateFlush {

    private static final long DELAY_MICROS = 1_000;

    private final ScheduledExecutorService timer;
    private final Queue<Runnable> holding = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** Makes one that runs on the given timer. */
    public LateFlush(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Runs the flush soon, on the timer's thread. */
    void request(Runnable flush) {
        holding.add(flush);
        if (!timer.isShutdown() && scheduled.compareAndSet(false, true)) {
            timer.schedule(this::run, DELAY_MICROS, TimeUnit.MICROSECONDS);
        }
    }

    private void run() {
        // Before polling: whoever adds from here on schedules another run.
        scheduled.set(false);
        for (Runnable next = holding.poll(); next != null; next = holding.poll()) {
            next.run();
        }
    }
}
