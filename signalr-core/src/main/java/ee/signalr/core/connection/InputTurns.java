// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one request at a time feed input to a connection, in the order in which they asked, without a thread waiting.
 * Thread-safe.
 */
final class InputTurns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> waiting = new ArrayDeque<>(0);
    private boolean taken;

    /** Runs the action when it is its turn: now, on this thread, or on the thread that ends the turn before. */
    void take(Runnable action) {
        lock.lock();
        try {
            if (taken) {
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
        Runnable next;
        lock.lock();
        try {
            next = waiting.poll();
            taken = next != null;
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.run();
        }
    }
}
