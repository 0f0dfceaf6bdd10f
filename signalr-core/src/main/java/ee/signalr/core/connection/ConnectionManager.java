// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.connection.Admission.Outcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** All connections of one application: makes them, finds them by token, and sweeps over them once a second. Thread-safe. */
public final class ConnectionManager {

    private static final System.Logger LOG = System.getLogger(ConnectionManager.class.getName());

    private final ConcurrentMap<ConnectionToken, TransportConnection> connections = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final ConnectionQuotas quotas = new ConnectionQuotas();
    private final LongSupplier clock;
    private final ConnectionSweep sweep;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition removed = lock.newCondition();
    private volatile boolean stopped;

    /**
     * Makes a manager without connections.
     *
     * @param clock nanoseconds, as {@link System#nanoTime}
     */
    public ConnectionManager(LongSupplier clock) {
        this(clock, InstantSource.system());
    }

    /**
     * Makes a manager without connections.
     *
     * @param clock nanoseconds, as {@link System#nanoTime}
     * @param wallClock tells when authentications have expired
     */
    public ConnectionManager(LongSupplier clock, InstantSource wallClock) {
        this.clock = clock;
        this.sweep = new ConnectionSweep(wallClock);
    }

    /**
     * Makes a connection, unless there are too many.
     *
     * @param endpoint where
     * @param kind how its client will find it
     * @param applicant who asks for it, and owns it from then on
     */
    public Admission create(ConnectionEndpoint endpoint, ConnectionKind kind, Applicant applicant) {
        if (stopped) {
            return Admission.refused(Outcome.STOPPING);
        }
        Outcome outcome = quotas.take(endpoint, applicant);
        if (outcome != Outcome.ADMITTED) {
            return Admission.refused(outcome);
        }
        TransportConnection made = new TransportConnection(
                identity(kind),
                endpoint,
                this,
                kind == ConnectionKind.RESUMABLE,
                new ConnectionOwner.Origin(applicant.caller(), quotas.returning(endpoint, applicant)));
        connections.put(made.key(), made);
        if (stopped) {
            // The stop may have looked through the connections before this one was there.
            remove(made);
            return Admission.refused(Outcome.STOPPING);
        }
        return Admission.of(made);
    }

    private ConnectionIdentity identity(ConnectionKind kind) {
        ConnectionToken token = ConnectionToken.random(random);
        ConnectionToken id = kind == ConnectionKind.FOUND_BY_ID ? token : ConnectionToken.random(random);
        return new ConnectionIdentity(id.text(), token);
    }

    /**
     * Finds a living connection.
     *
     * @param token what the client gave
     * @param endpoint where it must have been made
     */
    public Optional<TransportConnection> find(String token, ConnectionEndpoint endpoint) {
        TransportConnection found =
                ConnectionToken.parse(token).map(connections::get).orElse(null);
        return found == null || found.endpoint() != endpoint || !found.life().isReachable()
                ? Optional.empty()
                : Optional.of(found);
    }

    /** How many connections there are, those that wait for their transport included. */
    public int size() {
        return connections.size();
    }

    /** How many connections each endpoint has, by its name, in the order of the endpoints; counts one after the other. */
    public Map<String, Integer> counts(Collection<ConnectionEndpoint> endpoints) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> counts.put(endpoint.name(), 0));
        connections
                .values()
                .forEach(connection -> counts.merge(connection.endpoint().name(), 1, Integer::sum));
        return counts;
    }

    /** How many connections wait for their transport. */
    public int pending() {
        return quotas.pending();
    }

    /** Looks after time limits. Called about once a second. */
    public void sweep() {
        long now = clock.getAsLong();
        for (TransportConnection connection : connections.values()) {
            try {
                sweep.look(connection, now);
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

    /** How often limits have kept something out; never null. */
    public LimitCrossings crossings() {
        return quotas.crossings();
    }

    ConnectionQuotas quotas() {
        return quotas;
    }

    LongSupplier clock() {
        return clock;
    }

    void started() {
        quotas.started();
    }

    void remove(TransportConnection connection) {
        if (!connections.remove(connection.key(), connection)) {
            return;
        }
        quotas.gone(connection.transport() != null);
        connection.owner().giveBack();
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
