// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** All connections of one application: makes them, finds them by token, and sweeps over them once a second. Thread-safe. */
public final class ConnectionManager {

    private static final System.Logger LOG = System.getLogger(ConnectionManager.class.getName());

    private final ConcurrentMap<String, TransportConnection> connections = new ConcurrentHashMap<>();
    private final ConnectionIds ids = new ConnectionIds();
    private final AtomicInteger pending = new AtomicInteger();
    private final LongSupplier clock;
    private final int maximumPending;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition removed = lock.newCondition();
    private volatile boolean stopped;

    /**
     * Makes a manager without connections.
     *
     * @param clock nanoseconds, as {@link System#nanoTime}
     * @param maximumPending how many connections may wait for their transport
     */
    public ConnectionManager(LongSupplier clock, int maximumPending) {
        this.clock = clock;
        this.maximumPending = maximumPending;
    }

    /**
     * Makes a connection.
     *
     * @param endpoint where
     * @param separateToken whether its token differs from its id, as negotiate version 1 has it
     * @return the connection, or empty when too many wait for their transport or the application is stopping
     */
    public Optional<TransportConnection> create(ConnectionEndpoint endpoint, boolean separateToken) {
        return create(endpoint, separateToken, false);
    }

    /**
     * Makes a connection, with a token of its own, whose client has asked to come back when its carrier is lost.
     *
     * @param endpoint where
     * @return the connection, or empty when too many wait for their transport or the application is stopping
     */
    public Optional<TransportConnection> createResumable(ConnectionEndpoint endpoint) {
        return create(endpoint, true, true);
    }

    private Optional<TransportConnection> create(
            ConnectionEndpoint endpoint, boolean separateToken, boolean resumable) {
        if (stopped) {
            return Optional.empty();
        }
        if (pending.incrementAndGet() > maximumPending) {
            pending.decrementAndGet();
            return Optional.empty();
        }
        String id = ids.next();
        TransportConnection made =
                new TransportConnection(id, separateToken ? ids.next() : id, endpoint, this, resumable);
        connections.put(made.token(), made);
        if (stopped) {
            // The stop may have looked through the connections before this one was there.
            remove(made);
            return Optional.empty();
        }
        return Optional.of(made);
    }

    /**
     * Finds a living connection.
     *
     * @param token what the client gave
     * @param endpoint where it must have been made
     */
    public Optional<TransportConnection> find(String token, ConnectionEndpoint endpoint) {
        TransportConnection found = connections.get(token);
        return found == null || found.endpoint() != endpoint || !found.life().isReachable()
                ? Optional.empty()
                : Optional.of(found);
    }

    /** How many connections there are, those that wait for their transport included. */
    public int size() {
        return connections.size();
    }

    /** How many connections wait for their transport. */
    public int pending() {
        return pending.get();
    }

    /** Looks after time limits. Called about once a second. */
    public void sweep() {
        long now = clock.getAsLong();
        for (TransportConnection connection : connections.values()) {
            try {
                connection.tick(now);
            } catch (RuntimeException | Error failure) {
                // A timer runs nothing again that has thrown once.
                LOG.log(System.Logger.Level.WARNING, "SIGNALR-1001: the sweep failed for " + connection, failure);
            }
        }
    }

    /**
     * Takes no more connections, asks those that there are to end, and cuts off those that have not ended in time.
     *
     * @param patience how long to wait for them
     */
    public void stop(Duration patience) {
        stopped = true;
        connections.values().forEach(TransportConnection::endInput);
        if (!awaitEmpty(patience)) {
            connections.values().forEach(connection -> connection.abort(null));
        }
    }

    private boolean awaitEmpty(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!connections.isEmpty() && left > 0) {
                left = removed.awaitNanos(left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return connections.isEmpty();
    }

    LongSupplier clock() {
        return clock;
    }

    void started() {
        pending.decrementAndGet();
    }

    void remove(TransportConnection connection) {
        if (!connections.remove(connection.token(), connection)) {
            return;
        }
        if (connection.transport() == null) {
            pending.decrementAndGet();
        }
        if (stopped) {
            signalRemoved();
        }
    }

    private void signalRemoved() {
        lock.lock();
        try {
            removed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
