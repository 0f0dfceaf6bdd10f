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
final class InputTurns {

    private static final System.Logger LOG = System.getLogger(InputTurns.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> waiting = new ArrayDeque<>(0);
    private boolean taken;
    private boolean passing;

    /** Runs the action when it is its turn: now, on this thread, or on a thread that ends a turn before. */
    void take(Runnable action) {
        lock.lock();
        try {
            if (taken || !waiting.isEmpty()) {
                waiting.add(action);
                return;
            }
            taken = true;
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /** Ends the turn. */
    void pass() {
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
            Runnable next = taken ? null : waiting.poll();
            taken = taken || next != null;
            passing = next != null;
            return next;
        } finally {
            lock.unlock();
        }
    }
}
