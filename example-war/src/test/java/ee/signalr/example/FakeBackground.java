// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/** A background in which work and time go on when the test says so. Not thread-safe. */
public final class FakeBackground implements Background {

    private record Timer(Duration due, CompletableFuture<Void> over) {}

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private boolean stopped;

    @Override
    public void execute(Runnable runnable) {
        work.add(runnable);
    }

    @Override
    public CompletionStage<Void> after(Duration delay) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        if (stopped) {
            over.completeExceptionally(new RejectedExecutionException("stopped"));
        } else {
            timers.add(new Timer(now.plus(delay), over));
        }
        return over;
    }

    /** From now on nothing can be waited for. */
    public void stop() {
        stopped = true;
    }

    /** Does the work that has come up, and what comes up by it. */
    public void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Lets time pass, timer by timer, and does the work that comes up meanwhile. */
    public void pass(Duration time) {
        Duration end = now.plus(time);
        work();
        while (timers.stream().anyMatch(timer -> timer.due().compareTo(end) <= 0)) {
            Timer next = timers.stream().min(Comparator.comparing(Timer::due)).orElseThrow();
            timers.remove(next);
            now = next.due();
            next.over().complete(null);
            work();
        }
        now = end;
    }
}
