// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends, after about a millisecond, what a connection holds back. Answers to calls that arrived together leave together, which
 * saves most of their cost; but the answer to the first must not wait for a second that takes long. One timer serves all
 * connections, and only while one of them holds something. Thread-safe.
 */
public final class LateFlush {

    private static final System.Logger LOG = System.getLogger(LateFlush.class.getName());

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
        if (scheduled.compareAndSet(false, true)) {
            try {
                timer.schedule(this::runAll, DELAY_MICROS, TimeUnit.MICROSECONDS);
            } catch (RejectedExecutionException stopping) {
                LOG.log(System.Logger.Level.DEBUG, "The engine is stopping: sent at once", stopping);
                runAll();
            }
        }
    }

    private void runAll() {
        // Before polling: whoever adds from here on schedules another run.
        scheduled.set(false);
        for (Runnable next = holding.poll(); next != null; next = holding.poll()) {
            run(next);
        }
    }

    private static void run(Runnable flush) {
        try {
            flush.run();
        } catch (RuntimeException failure) {
            // Others hold something too.
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-1019: what was held could not be sent", failure);
        }
    }
}
