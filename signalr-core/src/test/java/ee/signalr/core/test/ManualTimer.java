// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;

/** A timer whose tasks run when the test says so; it never has a thread. For one thread. */
@NullUnmarked // nobody looks at the future of a scheduled task
public final class ManualTimer extends ScheduledThreadPoolExecutor {

    private final List<Runnable> tasks = new ArrayList<>();
    private final List<Long> delaysInMicros = new ArrayList<>();

    public ManualTimer() {
        super(0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        if (isShutdown()) {
            throw new RejectedExecutionException("The timer is shut down");
        }
        tasks.add(task);
        delaysInMicros.add(unit.toMicros(delay));
        return null;
    }

    public int pending() {
        return tasks.size();
    }

    /** The delays of all tasks so far. */
    public List<Long> delaysInMicros() {
        return List.copyOf(delaysInMicros);
    }

    /** Runs what is scheduled, whatever its delay. */
    public void fire() {
        List<Runnable> due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }
}
