// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** An executor whose tasks run when the test says so, on the thread of the test. Thread-safe. */
public final class ManualExecutor implements Executor {

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean refusing;

    @Override
    public void execute(Runnable task) {
        if (refusing) {
            throw new RejectedExecutionException("refused by the test");
        }
        tasks.add(task);
    }

    /** Takes no more tasks; those that wait stay. */
    public void refuse() {
        refusing = true;
    }

    /** Takes tasks again. */
    public void accept() {
        refusing = false;
    }

    public int pending() {
        return tasks.size();
    }

    /** Runs the task that has waited longest. */
    public void runOne() {
        tasks.remove().run();
    }

    /** Runs tasks until none is left, those included that are added meanwhile. */
    public void runAll() {
        for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
            next.run();
        }
    }
}
