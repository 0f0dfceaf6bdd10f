// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one client that wait for their turn. They start in order on the executor: those that need a permit at most so many
 * at a time, and an unfinished stage keeps the permit but no thread; the others as soon as all before them have started. The next
 * call starts when the one before it has left its thread, or has kept it for about a millisecond, so that order holds for
 * what calls do before they block. Thread-safe; calls and the owner are called outside the lock.
 */
final class Mailbox {

    /** One call. */
    @FunctionalInterface
    interface Call {

        /** Starts the call; completes, never exceptionally, when it has ended. */
        CompletableFuture<Void> start();

        /** Whether it counts among those that run at a time. */
        default boolean needsPermit() {
            return true;
        }
    }

    /** Whose mailbox it is. Thread-safe; no method may throw. */
    interface Owner {

        /** This thread starts calls from now on. */
        default void working() {}

        /** This thread starts no more of them. */
        default void resting() {}

        /** A task has found nothing more to do, for now. */
        void idle();

        /** The executor takes no task: calls that wait are not going to start. */
        void refused(Throwable cause);

        /** Runs a task in about a millisecond. Not asked for where every call needs a permit. */
        default void later(Runnable task) {
            task.run();
        }
    }

    private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    /** After so many calls in a row a client lets others have the thread. */
    private static final int FAIR_SHARE = 64;

    private final Executor executor;
    private final int permits;
    private final Owner owner;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Queue<Call> waiting;
    private @Nullable CompletableFuture<Void> finished;
    /** How many permits are taken. */
    private int running;
    /** The calls that have not left their thread. */
    private @Nullable StartingCall starting;
    /** How many permits there are on top, because calls await results of their client. */
    private int lent;
    /** How many calls have been taken so far, to tell whether anything has moved. */
    private long taken;
    /** The task whose call needs no permit and goes before all that waits. */
    private @Nullable Task leader;

    private boolean reminded;
    private boolean open;
    private boolean closed;

    /** Makes a mailbox that starts nothing before it is opened. */
    Mailbox(Executor executor, int permits, Owner owner) {
        this.executor = executor;
        this.permits = permits;
        this.owner = owner;
    }

    /** Adds a call; it does not start before the next {@link #wake}, so that calls that came together start together. */
    void add(Call call) {
        lock.lock();
        try {
            if (finished != null) {
                return;
            }
            if (waiting == null) {
                waiting = new ArrayDeque<>(4);
            }
            waiting.add(call);
        } finally {
            lock.unlock();
        }
    }

    /** Lets calls start from now on. */
    void open() {
        CompletableFuture<Void> settled;
        lock.lock();
        try {
            open = true;
            settled = isSettled() ? finished : null;
        } finally {
            lock.unlock();
        }
        if (settled != null) {
            settled.complete(null);
        }
        wake();
    }

    /** Starts what waits, as far as it may start. */
    void wake() {
        wake(false);
    }

    /**
     * Starts what waits, as far as it may start.
     *
     * @param overdue whether calls that need no permit have waited long enough for those that are starting
     */
    private void wake(boolean overdue) {
        int tasks = 0;
        Task ahead = null;
        lock.lock();
        try {
            Call first = waiting == null ? null : waiting.peek();
            if (!open || first == null || waiting == null) {
                return;
            }
            if (leader == null) {
                // Below zero when what was lent has been taken back from calls that still run.
                tasks = Math.max(0, Math.min(waiting.size(), permits + lent - running));
                running += tasks;
                if (tasks == 0 && !first.needsPermit() && (overdue || starting == null)) {
                    ahead = new Task(false);
                    leader = ahead;
                }
            }
        } finally {
            lock.unlock();
        }
        for (int i = 0; i < tasks; i++) {
            submit(new Task(true));
        }
        if (ahead != null) {
            submit(ahead);
        } else if (tasks == 0) {
            remind();
        }
    }

    /** Looks again in a moment, if what waits could start but for a call that may keep its thread for long. */
    private void remind() {
        long seen;
        lock.lock();
        try {
            if (reminded || waiting == null || starting == null || !isHeldUp()) {
                return;
            }
            reminded = true;
            seen = taken;
        } finally {
            lock.unlock();
        }
        owner.later(() -> hurry(seen));
    }

    private boolean isHeldUp() {
        Call first = waiting == null ? null : waiting.peek();
        return first != null && (!first.needsPermit() || running < permits + lent);
    }

    private void hurry(long seen) {
        boolean overdue;
        lock.lock();
        try {
            reminded = false;
            overdue = taken == seen;
            if (overdue && leader != null && leader.started) {
                // It goes on as any other task, without a claim to go first.
                leader = null;
            }
        } finally {
            lock.unlock();
        }
        wake(overdue);
    }

    /**
     * Takes no more calls.
     *
     * @return completes when those that have been added have started and their threads have returned from them, or are
     *     dropped; not before the mailbox is opened or closed
     */
    CompletionStage<Void> finish() {
        CompletableFuture<Void> stage;
        boolean settled;
        lock.lock();
        try {
            if (finished == null) {
                finished = new CompletableFuture<>();
            }
            stage = finished;
            settled = isSettled();
        } finally {
            lock.unlock();
        }
        if (settled) {
            stage.complete(null);
        }
        return stage;
    }

    /** Takes no more calls and drops those that have not started; those that run go on. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting = null;
        } finally {
            lock.unlock();
        }
        finish();
    }

    /**
     * Lets one more call start while a running one awaits a result of a client, or calls on which that depends could not start.
     * Once per call, however much it awaits, as far as that can be told: what is asked for after a call has returned its stage
     * counts by itself.
     *
     * @return takes it back; to be run once
     */
    Runnable lend() {
        StartingCall.Wait wait;
        lock.lock();
        try {
            wait = StartingCall.waitOf(starting);
            lent += wait.begin() ? 1 : 0;
        } finally {
            lock.unlock();
        }
        wake();
        return () -> takeBack(wait);
    }

    private void takeBack(StartingCall.Wait wait) {
        lock.lock();
        try {
            lent -= wait.end() ? 1 : 0;
        } finally {
            lock.unlock();
        }
    }

    boolean hasWaiting() {
        lock.lock();
        try {
            return waiting != null;
        } finally {
            lock.unlock();
        }
    }

    /** Hands a task to the executor. */
    private void submit(Task task) {
        try {
            executor.execute(task);
        } catch (RuntimeException | Error refused) {
            lock.lock();
            try {
                retire(task);
            } finally {
                lock.unlock();
            }
            owner.refused(refused);
        }
    }

    private void work(Task task) {
        for (int i = 0; i < FAIR_SHARE; i++) {
            Call call = next(task);
            if (call == null) {
                // Others may have looked while this task had the permit.
                remind();
                owner.idle();
                return;
            }
            remind();
            CompletableFuture<Void> end = start(call);
            if (call.needsPermit() && !end.isDone()) {
                owner.idle();
                end.whenComplete((any, none) -> submit(new Task(true)));
                // Those behind it that need no permit are not to wait for its end.
                wake();
                return;
            }
        }
        submit(task);
    }

    private CompletableFuture<Void> start(Call call) {
        try {
            return call.start();
        } catch (RuntimeException | Error failure) {
            // Its permit must come back, or the client could never call again.
            LOG.log(System.Logger.Level.ERROR, "SIGNALR-1020: a call has ended without an answer", failure);
            return DONE;
        } finally {
            started();
        }
    }

    /** The next call for a task; null when there is none for it, and then it is over. */
    private @Nullable Call next(Task task) {
        lock.lock();
        try {
            Queue<Call> calls = waiting;
            Call first = calls == null || (leader != null && leader != task) ? null : calls.peek();
            if (calls == null || first == null || !admits(task, first)) {
                retire(task);
                return null;
            }
            calls.remove();
            taken++;
            starting = new StartingCall(starting, first.needsPermit());
            if (calls.isEmpty()) {
                // An idle client costs no queue.
                waiting = null;
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void started() {
        CompletableFuture<Void> settled;
        lock.lock();
        try {
            starting = StartingCall.remove(starting);
            settled = isSettled() ? finished : null;
        } finally {
            lock.unlock();
        }
        if (settled != null) {
            settled.complete(null);
        }
    }

    // What follows is called with the lock held.

    /** Gives the task what it needs for the call, and takes from it what it does not need. */
    private boolean admits(Task task, Call call) {
        if (!call.needsPermit()) {
            task.started = true;
            leader = task;
            returnPermit(task);
            return true;
        }
        if (leader == task) {
            leader = null;
        }
        if (!task.permit && running < permits + lent) {
            task.permit = true;
            running++;
        }
        // More than there are when one was lent and has been taken back.
        return task.permit && running <= permits + lent;
    }

    private void retire(Task task) {
        if (leader == task) {
            leader = null;
        }
        returnPermit(task);
    }

    private void returnPermit(Task task) {
        if (task.permit) {
            task.permit = false;
            running--;
        }
    }

    private boolean isSettled() {
        return closed || (open && waiting == null && starting == null);
    }

    /** Starts calls on a thread, one after another. Its fields are guarded by the lock. */
    private final class Task implements Runnable {

        private boolean permit;
        private boolean started;

        Task(boolean permit) {
            this.permit = permit;
        }

        @Override
        public void run() {
            owner.working();
            try {
                work(this);
            } finally {
                owner.resting();
            }
        }
    }
}
