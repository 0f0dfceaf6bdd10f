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
 * The calls of one client that wait for their turn. They start in order, at most so many at a time as there are permits, on the
 * executor; one that returns an unfinished stage keeps its permit but no thread. Thread-safe; calls and the owner are called
 * outside the lock.
 */
final class Mailbox {

    /** One call. */
    interface Call {

        /** Starts the call; completes, never exceptionally, when it has ended. */
        CompletableFuture<Void> start();
    }

    /** Whose mailbox it is. Thread-safe; no method may throw. */
    interface Owner {

        /** A task has found nothing more to do, for now. */
        void idle();

        /** The executor takes no task: calls that wait are not going to start. */
        void refused(Throwable cause);
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
    private int running;
    private @Nullable StartingCall starting;
    private int lent;
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

    /** Starts what waits, as far as there are permits. */
    void wake() {
        int tasks;
        lock.lock();
        try {
            // Below zero when what was lent has been taken back from calls that still run.
            tasks = !open || waiting == null ? 0 : Math.max(0, Math.min(waiting.size(), permits + lent - running));
            running += tasks;
        } finally {
            lock.unlock();
        }
        for (int i = 0; i < tasks; i++) {
            submit();
        }
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

    /** Hands a task, which has its permit already, to the executor. */
    private void submit() {
        try {
            executor.execute(this::work);
        } catch (RuntimeException | Error refused) {
            lock.lock();
            try {
                running--;
            } finally {
                lock.unlock();
            }
            owner.refused(refused);
        }
    }

    private void work() {
        for (int i = 0; i < FAIR_SHARE; i++) {
            Call call = next();
            if (call == null) {
                owner.idle();
                return;
            }
            CompletableFuture<Void> end = start(call);
            if (!end.isDone()) {
                owner.idle();
                end.whenComplete((any, none) -> submit());
                return;
            }
        }
        submit();
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

    /** The next call; gives the permit back when there is none, or when it was lent and has been taken back. */
    private @Nullable Call next() {
        lock.lock();
        try {
            Queue<Call> calls = waiting;
            if (calls == null || running > permits + lent) {
                running--;
                return null;
            }
            Call call = calls.poll();
            starting = new StartingCall(starting);
            if (calls.isEmpty()) {
                // An idle client costs no queue.
                waiting = null;
            }
            return call;
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

    private boolean isSettled() {
        return closed || (open && waiting == null && starting == null);
    }
}
