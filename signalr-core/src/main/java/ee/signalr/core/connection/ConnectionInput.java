// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends: kept until somebody listens, handed on in order, and ended once, of which the listener hears exactly
 * once, however early the end comes. Thread-safe, except that {@link #receive} is for one caller at a time. The listener is
 * called outside the lock; what it throws ends the connection.
 */
final class ConnectionInput {

    private static final System.Logger LOG = System.getLogger(ConnectionInput.class.getName());

    private final TransportConnection connection;
    private final InputBudget budget;
    private final ReentrantLock lock;

    private volatile @Nullable ConnectionListener listener;
    /** Whether all that came before the listener has been handed on. */
    private volatile boolean live;

    private volatile boolean ended;
    private @Nullable Throwable cause;
    private @Nullable Queue<byte[]> early;

    ConnectionInput(TransportConnection connection, ReentrantLock lock, long limit) {
        this.connection = connection;
        this.lock = lock;
        this.budget = new InputBudget(lock, limit);
    }

    InputBudget budget() {
        return budget;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Takes what the client sends. */
    void receive(byte[] bytes) {
        if (live || !keepEarly(bytes)) {
            deliver(bytes);
        }
    }

    private boolean keepEarly(byte[] bytes) {
        lock.lock();
        try {
            if (live) {
                return false;
            }
            if (!ended) {
                if (early == null) {
                    early = new ArrayDeque<>(2);
                }
                early.add(bytes);
                budget.reserve(bytes.length);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody listens from now on; what came before is handed on by this call, while requests may go on adding to it. */
    void listen(ConnectionListener opened) {
        boolean late;
        lock.lock();
        try {
            listener = opened;
            late = ended;
        } finally {
            lock.unlock();
        }
        if (late) {
            // Whoever ended the input found nobody to tell.
            tellEnd(opened);
        }
        for (byte[] chunk = nextEarly(); chunk != null; chunk = nextEarly()) {
            deliver(chunk);
            budget.release(chunk.length);
        }
    }

    private byte @Nullable [] nextEarly() {
        lock.lock();
        try {
            byte[] chunk = early == null || ended ? null : early.poll();
            if (chunk == null) {
                early = null;
                live = true;
            }
            return chunk;
        } finally {
            lock.unlock();
        }
    }

    private void deliver(byte[] bytes) {
        ConnectionListener told = listener;
        if (told == null || ended) {
            return;
        }
        try {
            told.received(bytes);
        } catch (RuntimeException | Error failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "SIGNALR-1012: the input of " + connection + " cannot be handled",
                    failure);
            connection.endInput(failure);
        }
    }

    /**
     * Ends the input. Idempotent; the first cause counts.
     *
     * @return whether there is a listener, who has been told or is going to be, or the input had ended before
     */
    boolean end(@Nullable Throwable reason) {
        ConnectionListener told;
        lock.lock();
        try {
            if (ended) {
                return true;
            }
            ended = true;
            cause = reason;
            told = listener;
        } finally {
            lock.unlock();
        }
        budget.lift();
        if (told == null) {
            return false;
        }
        tellEnd(told);
        return true;
    }

    private void tellEnd(ConnectionListener told) {
        try {
            told.ended(cause);
        } catch (RuntimeException | Error failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "SIGNALR-1013: the end of " + connection + " cannot be handled",
                    failure);
            connection.abort(failure);
        }
    }

    /** The client has refreshed its authentication. */
    void tellRefreshed() {
        ConnectionListener told = listener;
        if (told != null && !ended) {
            told.refreshed();
        }
    }

    void tick(long now) {
        ConnectionListener told = listener;
        if (told != null && !ended) {
            told.tick(now);
        }
    }
}
