// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request at a time feed input to a connection, in the order in which they asked, without a thread waiting.
 * Thread-safe.
 */
public final class InputTurns {

    private static final System.Logger LOG = System.getLogger(InputTurns.class.getName());

    private final ReentrantLock lock;
    private @Nullable Queue<Runnable> waiting;
    private boolean taken;
    private boolean passing;

    InputTurns(ReentrantLock lock) {
        this.lock = lock;
    }

    /**
     * Runs an action when no other request feeds input any more: now, on this thread, or on a thread that ends a turn, in order of
     * asking. Each action must lead to one {@link #pass}.
     */
    public void take(Runnable action) {
        lock.lock();
        try {
            if (taken || waiting != null) {
                add(action);
                return;
            }
            taken = true;
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /** Adds an action whose turn ends when it returns; it does not run before {@link #begin} when nobody has the turn. */
    void addWhole(Runnable action) {
        add(() -> {
            try {
                action.run();
            } finally {
                pass();
            }
        });
    }

    private void add(Runnable action) {
        lock.lock();
        try {
            if (waiting == null) {
                waiting = new ArrayDeque<>(2);
            }
            waiting.add(action);
        } finally {
            lock.unlock();
        }
    }

    /** Begins with what waits, unless somebody has the turn, who goes on with it. */
    void begin() {
        lock.lock();
        try {
            if (taken || passing) {
                return;
            }
            passing = true;
        } finally {
            lock.unlock();
        }
        runWaiting();
    }

    /** Ends the turn. */
    public void pass() {
        lock.lock();
        try {
            taken = false;
            if (passing) {
                // The loop further up, or on another thread, goes on: no recursion, however many turns end at once.
                return;
            }
            passing = true;
        } finally {
            lock.unlock();
        }
        runWaiting();
    }

    private void runWaiting() {
        for (Runnable next = next(); next != null; next = next()) {
            run(next);
        }
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            // Another request's failure is not that of the one which ends its turn, nor of those behind it.
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-1017: a request could not begin to feed input", failure);
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            Queue<Runnable> queue = waiting;
            Runnable next = taken || queue == null ? null : queue.poll();
            if (queue != null && queue.isEmpty()) {
                // An idle connection costs no queue.
                waiting = null;
            }
            taken = taken || next != null;
            passing = next != null;
            return next;
        } finally {
            lock.unlock();
        }
    }
}
