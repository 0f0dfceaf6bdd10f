// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.security.CallerIdentity;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose connection it is: always the same user, with what is known of it now. Thread-safe by the lock of the connection.
 */
public final class ConnectionOwner {

    private final ReentrantLock lock;
    private final Runnable giveBack;
    private volatile CallerIdentity identity;
    private volatile Executor context = TransportOrigin.NO_CONTEXT;
    /** Roles that somebody has decided on; null when the client's own requests decide. */
    private @Nullable Set<String> decided;

    /**
     * Who has asked for a connection.
     *
     * @param identity who it is
     * @param giveBack frees what it has taken of limited things
     */
    record Origin(CallerIdentity identity, Runnable giveBack) {}

    ConnectionOwner(ReentrantLock lock, Origin origin) {
        this.lock = lock;
        this.identity = origin.identity();
        this.giveBack = origin.giveBack();
    }

    /** What has been taken for the connection is free again. */
    void giveBack() {
        giveBack.run();
    }

    CallerIdentity identity() {
        return identity;
    }

    /** Runs what user code there is for the client with what the server knows of it; never null. */
    public Executor context() {
        return context;
    }

    void context(Executor opener) {
        context = opener;
    }

    /**
     * Nothing, for its owner.
     *
     * @throws IllegalArgumentException for another user
     */
    void require(CallerIdentity user) {
        if (!identity.isSameUser(user)) {
            throw new IllegalArgumentException("Another user cannot take over a connection");
        }
    }

    /**
     * Takes what a later request has brought of the same user: roles, and until when its authentication holds.
     *
     * @throws IllegalArgumentException when it is another user
     */
    public void renew(CallerIdentity renewed) {
        require(renewed);
        lock.lock();
        try {
            identity = decided == null ? renewed : renewed.withRoles(decided);
        } finally {
            lock.unlock();
        }
    }

    /** The owner has authenticated anew, which goes before what has been decided. */
    void refresh(CallerIdentity refreshed, Executor opener) {
        require(refreshed);
        lock.lock();
        try {
            decided = null;
            identity = refreshed;
            context = opener;
        } finally {
            lock.unlock();
        }
    }

    /** Decides on the roles of the owner, until it refreshes its authentication. */
    public void decide(Set<String> roles) {
        lock.lock();
        try {
            decided = Set.copyOf(roles);
            identity = identity.withRoles(decided);
        } finally {
            lock.unlock();
        }
    }
}
