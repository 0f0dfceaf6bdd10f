// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one client that wait for their turn. They start in order, at most so many at a time as there are permits, on the
 * executor; one that returns an unfinished stage keeps its permit but no thread. Thread-safe.
 */
final class Mailbox {

    /** One call. */
    interface Call {

        /** Starts the call; completes, never exceptionally, when it has ended. */
        CompletableFuture<Void> start();
    }

    /** After so many calls in a row a client lets others have the thread. */
    private static final int FAIR_SHARE = 64;

    private final Executor executor;
    private final int permits;
    private final Runnable whenIdle;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Queue<Call> waiting;
    private int running;
    private boolean open;
    private boolean closed;

    /**
     * Makes a mailbox that starts nothing before it is opened.
     *
     * @param whenIdle called by a task that has found nothing more to do
     */
    Mailbox(Executor executor, int permits, Runnable whenIdle) {
        this.executor = executor;
        this.permits = permits;
        this.whenIdle = whenIdle;
    }

    /** Adds a call; it does not start before the next {@link #wake}, so that calls that came together start together. */
    void add(Call call) {
        lock.lock();
        try {
            if (closed) {
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
        lock.lock();
        try {
            open = true;
        } finally {
            lock.unlock();
        }
        wake();
    }

    /** Starts what waits, as far as there are permits. */
    void wake() {
        int tasks;
        lock.lock();
        try {
            tasks = !open || waiting == null ? 0 : Math.min(waiting.size(), permits - running);
            running += tasks;
        } finally {
            lock.unlock();
        }
        for (int i = 0; i < tasks; i++) {
            executor.execute(this::work);
        }
    }

    /** Drops the calls that have not started; those that run go on. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting = null;
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

    private void work() {
        for (int i = 0; i < FAIR_SHARE; i++) {
            Call call = next();
            if (call == null) {
                whenIdle.run();
                return;
            }
            CompletableFuture<Void> end = call.start();
            if (!end.isDone()) {
                whenIdle.run();
                end.whenComplete((any, none) -> executor.execute(this::work));
                return;
            }
        }
        executor.execute(this::work);
    }

    /** The next call; gives the permit back when there is none. */
    private @Nullable Call next() {
        lock.lock();
        try {
            Queue<Call> queue = waiting;
            Call call = queue == null ? null : queue.poll();
            if (queue == null || call == null) {
                running--;
                return null;
            }
            if (queue.isEmpty()) {
                // An idle client costs no queue.
                waiting = null;
            }
            return call;
        } finally {
            lock.unlock();
        }
    }
}
