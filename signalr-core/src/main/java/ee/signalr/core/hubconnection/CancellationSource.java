// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.hubconnection;

import ee.signalr.CancellationToken;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A {@link CancellationToken} and the means to fire it. Thread-safe; actions run outside the lock. */
public final class CancellationSource implements CancellationToken {

    private static final System.Logger LOG = System.getLogger(CancellationSource.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean cancelled;
    private @Nullable Set<Waiting> waiting;

    /** Fires the signal. Idempotent. */
    public void cancel() {
        Set<Waiting> woken;
        lock.lock();
        try {
            if (cancelled) {
                return;
            }
            cancelled = true;
            woken = waiting == null ? Set.of() : waiting;
            waiting = null;
        } finally {
            lock.unlock();
        }
        woken.forEach(Waiting::run);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        Waiting registration = new Waiting(action);
        lock.lock();
        try {
            if (!cancelled) {
                if (waiting == null) {
                    waiting = new LinkedHashSet<>(2);
                }
                waiting.add(registration);
                return registration;
            }
        } finally {
            lock.unlock();
        }
        registration.run();
        return registration;
    }

    private void withdraw(Waiting registration) {
        lock.lock();
        try {
            if (waiting != null) {
                waiting.remove(registration);
            }
        } finally {
            lock.unlock();
        }
    }

    /** An action that waits for the signal. */
    private final class Waiting implements Registration {

        private final Runnable action;

        Waiting(Runnable action) {
            this.action = action;
        }

        void run() {
            try {
                action.run();
            } catch (RuntimeException | Error failure) {
                // Others wait for the signal too.
                LOG.log(System.Logger.Level.WARNING, "SIGNALR-1004: an action on cancellation failed", failure);
            }
        }

        @Override
        public void close() {
            withdraw(this);
        }
    }
}
