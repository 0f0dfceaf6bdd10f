// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of input that wait on the server for one client, and tells carriers when to stop and to go on reading.
 * Thread-safe; callbacks run outside the lock, on the thread that made room.
 */
public final class InputBudget {

    private static final System.Logger LOG = System.getLogger(InputBudget.class.getName());

    private final ReentrantLock lock;
    private final long limit;
    private long used;
    private boolean lifted;
    private @Nullable List<Runnable> waiting;

    InputBudget(ReentrantLock lock, long limit) {
        this.lock = lock;
        this.limit = limit;
    }

    /** Counts bytes that wait to be worked on. */
    public void reserve(int bytes) {
        lock.lock();
        try {
            used += bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Takes back {@link #reserve}; may run what goes on reading. */
    public void release(int bytes) {
        List<Runnable> woken;
        lock.lock();
        try {
            used -= bytes;
            if (waiting == null || !isWelcome()) {
                return; // as after nearly every call
            }
            woken = takeWaiting();
        } finally {
            lock.unlock();
        }
        woken.forEach(InputBudget::run);
    }

    /** Nobody waits any more: the connection has ended, what still arrives is dropped. */
    void lift() {
        List<Runnable> woken;
        lock.lock();
        try {
            lifted = true;
            woken = takeWaiting();
        } finally {
            lock.unlock();
        }
        woken.forEach(InputBudget::run);
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            // Room is made by calls that start and by connections that end: neither may be stopped by a carrier.
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-1016: a request could not go on reading", failure);
        }
    }

    /** Whether more is welcome. */
    public boolean hasRoom() {
        lock.lock();
        try {
            return isWelcome();
        } finally {
            lock.unlock();
        }
    }

    /** Runs an action when more is welcome or the connection has ended: now, on this thread, or later, on another. */
    public void whenRoom(Runnable action) {
        lock.lock();
        try {
            if (!isWelcome()) {
                if (waiting == null) {
                    waiting = new ArrayList<>(1);
                }
                waiting.add(action);
                return;
            }
        } finally {
            lock.unlock();
        }
        action.run();
    }

    private boolean isWelcome() {
        return lifted || used <= limit;
    }

    private List<Runnable> takeWaiting() {
        List<Runnable> taken = waiting;
        waiting = null;
        return taken == null ? List.of() : taken;
    }
}
