// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.TransportType;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.transport.Transport;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection is in its life, and what carries it. Thread-safe by the lock of the connection, which callers may hold
 * to join several steps.
 */
final class ConnectionLife {

    /** What the loss of a carrier means. */
    enum Loss {
        /** Nothing: it has been replaced, or has been lost before. */
        NONE,
        /** The client may come back. */
        BEARABLE,
        /** The connection ends. */
        FATAL
    }

    private enum State {
        /** No transport has attached yet. */
        NEW,
        /** Served by a transport. */
        OPEN,
        /** Its transport has vanished, and its client may come back on another one. */
        LOST,
        /** Said what there was to say; the carrier is closing. */
        CLOSING,
        CLOSED
    }

    private final ReentrantLock lock;
    private final LongSupplier clock;
    private final boolean resumable;

    private State state = State.NEW;
    private boolean active;
    private boolean settled;
    private long inactiveSince;
    private volatile @Nullable Transport transport;
    private volatile @Nullable TransportOrigin origin;
    private volatile @Nullable Resumption resumption;

    /**
     * Begins a life.
     *
     * @param resumable whether the client may ask to come back on another carrier
     */
    ConnectionLife(ReentrantLock lock, LongSupplier clock, boolean resumable) {
        this.lock = lock;
        this.clock = clock;
        this.resumable = resumable;
        this.inactiveSince = clock.getAsLong();
    }

    boolean isResumable() {
        return resumable;
    }

    @Nullable
    Transport transport() {
        return transport;
    }

    @Nullable
    TransportOrigin origin() {
        return origin;
    }

    /** What lets the client come back; null when it may not. */
    @Nullable
    Resumption resumption() {
        return resumption;
    }

    /** Takes a carrier, the first or one that replaces another. */
    StartResult attach(Transport carrier, TransportOrigin opener) {
        lock.lock();
        try {
            Transport present = transport;
            if (present != null && present.type() != carrier.type()) {
                return StartResult.TRANSPORT_CHANGED;
            }
            StartResult result = resultOfAttaching();
            if (result == StartResult.STARTED) {
                // Before the transport: whoever sees that there is one asks for its origin.
                origin = opener;
            }
            if (result == StartResult.STARTED || result == StartResult.RESUMED) {
                state = State.OPEN;
                active = true;
                transport = carrier;
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    private StartResult resultOfAttaching() {
        return switch (state) {
            case NEW -> StartResult.STARTED;
            case OPEN, LOST ->
                settled ? StartResult.ENDED : resumption == null ? StartResult.ALREADY_STARTED : StartResult.RESUMED;
            case CLOSING, CLOSED -> StartResult.ENDED;
        };
    }

    /** The client may come back from now on, if it has asked for that and is carried by something that can be replaced. */
    boolean allowResume(Resumption means) {
        lock.lock();
        try {
            Transport present = transport;
            boolean allowed = resumable
                    && !settled
                    && state == State.OPEN
                    && present != null
                    && present.type() == TransportType.WEB_SOCKETS;
            if (allowed) {
                resumption = means;
            }
            return allowed;
        } finally {
            lock.unlock();
        }
    }

    /** It is settled that the connection ends: the client cannot come back any more. */
    void settle() {
        lock.lock();
        try {
            settled = true;
            resumption = null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * It is settled by a carrier that the connection ends.
     *
     * @return whether it is the carrier; if not, nothing has happened
     */
    boolean settleFor(Transport carrier) {
        lock.lock();
        try {
            boolean current = carrier == transport;
            if (current) {
                settle();
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** A carrier has vanished. */
    Loss lose(Transport carrier) {
        lock.lock();
        try {
            if (carrier != transport || state == State.LOST) {
                return Loss.NONE;
            }
            if (state != State.OPEN || resumption == null) {
                return Loss.FATAL;
            }
            state = State.LOST;
            setActive(false);
            return Loss.BEARABLE;
        } finally {
            lock.unlock();
        }
    }

    void setActive(boolean nowActive) {
        lock.lock();
        try {
            active = nowActive;
            inactiveSince = clock.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    /** Begins to close, in order; gives the carrier that has to say what waits. Without one the life has ended now. */
    @Nullable
    Transport beginClosing() {
        lock.lock();
        try {
            boolean carried = state == State.OPEN;
            state = carried ? State.CLOSING : State.CLOSED;
            inactiveSince = clock.getAsLong();
            return carried ? transport : null;
        } finally {
            lock.unlock();
        }
    }

    /** The life is over. */
    void end() {
        lock.lock();
        try {
            state = State.CLOSED;
            resumption = null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether closing has not begun. */
    boolean isUp() {
        lock.lock();
        try {
            return state == State.NEW || state == State.OPEN || state == State.LOST;
        } finally {
            lock.unlock();
        }
    }

    /** Whether requests of the client still find the connection. */
    boolean isReachable() {
        lock.lock();
        try {
            // A poll must be able to fetch what is left, and its 204.
            return isUp() || (state == State.CLOSING && isCarriedBy(TransportType.LONG_POLLING));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends a life that has been without a carrier, or closing, for too long: negotiated and never connected, polled and never
     * again, lost and not come back, or closing with a peer that does not answer.
     *
     * @return whether it has ended by this call; who comes back from now on is too late
     */
    boolean expire(long now, Settings settings) {
        lock.lock();
        try {
            boolean waiting = state == State.CLOSING || (isUp() && !active);
            if (!waiting || now - inactiveSince <= settings.nanos(limit())) {
                return false;
            }
            end();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Option<Duration> limit() {
        return state == State.CLOSING && isCarriedBy(TransportType.WEB_SOCKETS)
                ? Options.WEBSOCKET_CLOSE_TIMEOUT
                : Options.DISCONNECT_TIMEOUT;
    }

    private boolean isCarriedBy(TransportType type) {
        Transport present = transport;
        return present != null && present.type() == type;
    }
}
