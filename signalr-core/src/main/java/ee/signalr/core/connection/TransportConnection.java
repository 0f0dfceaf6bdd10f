// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.TransportType;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client, whatever carries it: bytes in, bytes out, and its life from negotiate to the end. Thread-safe,
 * except that {@link #receive} is for one caller at a time.
 *
 * <p>A carrier calls {@link #start} once, then {@link #ready} whenever it can send a frame, {@link #sent} or {@link
 * #sendFailed} for each one sent, {@link #receive} for what arrives, and {@link #transportClosed} when it is gone. The handler
 * calls {@link #send}, {@link #close} and {@link #abort}.
 */
public final class TransportConnection {

    private static final System.Logger LOG = System.getLogger(TransportConnection.class.getName());

    /** The answer of {@link #room} when there is room: complete, and shared by all connections. */
    public static final CompletionStage<Void> ROOM = CompletableFuture.completedStage(null);

    private enum State {
        /** No transport has attached yet. */
        NEW,
        /** Served by a transport. */
        OPEN,
        /** Said what there was to say; the carrier is closing. */
        CLOSING,
        CLOSED
    }

    private final String id;
    private final String token;
    private final ConnectionEndpoint endpoint;
    private final ConnectionManager manager;
    private final LongSupplier clock;
    private final OutboundQueue outbound;
    private final ConnectionInput input;
    private final InputTurns inputTurns = new InputTurns();
    private final ReentrantLock lock = new ReentrantLock();

    private State state = State.NEW;
    private boolean active;
    private long inactiveSince;
    private volatile @Nullable Transport transport;
    private volatile @Nullable TransportOrigin origin;

    TransportConnection(String id, String token, ConnectionEndpoint endpoint, ConnectionManager manager) {
        this.id = id;
        this.token = token;
        this.endpoint = endpoint;
        this.manager = manager;
        this.clock = manager.clock();
        this.outbound = new OutboundQueue(
                clock,
                endpoint.settings().get(Options.OUTBOUND_BYTE_LIMIT),
                endpoint.settings().limit(Options.TRANSPORT_MAX_BUFFER_SIZE),
                endpoint.handler().joinsMessages());
        this.input = new ConnectionInput(this, endpoint.settings().limit(Options.APPLICATION_MAX_BUFFER_SIZE));
        this.inactiveSince = clock.getAsLong();
    }

    /** The public id; never null. */
    public String id() {
        return id;
    }

    /** The secret by which requests of the client's transport find the connection; never null, never to be logged. */
    public String token() {
        return token;
    }

    /** Where the connection was made; never null. */
    public ConnectionEndpoint endpoint() {
        return endpoint;
    }

    /** The carrier; null before one has attached. */
    public @Nullable Transport transport() {
        return transport;
    }

    /**
     * Who opened the transport.
     *
     * @throws IllegalStateException before a transport has attached
     */
    public TransportOrigin origin() {
        TransportOrigin known = origin;
        if (known == null) {
            throw new IllegalStateException("No transport has attached to connection " + id);
        }
        return known;
    }

    /**
     * What carries the connection.
     *
     * @throws IllegalStateException before a transport has attached
     */
    public TransportType transportType() {
        Transport carrier = transport;
        if (carrier == null) {
            throw new IllegalStateException("No transport has attached to connection " + id);
        }
        return carrier.type();
    }

    // ---- the carrier's side

    /** Attaches the carrier. Begins to serve the connection when the answer is {@link StartResult#STARTED}. */
    public StartResult start(Transport carrier, TransportOrigin opener) {
        lock.lock();
        try {
            Transport present = transport;
            if (present != null && present.type() != carrier.type()) {
                return StartResult.TRANSPORT_CHANGED;
            }
            if (state != State.NEW) {
                return state == State.OPEN ? StartResult.ALREADY_STARTED : StartResult.ENDED;
            }
            state = State.OPEN;
            active = true;
            // Before the transport: whoever sees that there is one asks for its origin.
            origin = opener;
            transport = carrier;
        } finally {
            lock.unlock();
        }
        manager.started();
        outbound.attach(carrier, this::sendFailed);
        return open();
    }

    private StartResult open() {
        ConnectionListener opened;
        try {
            opened = endpoint.handler().open(this);
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.ERROR, "SIGNALR-1014: " + this + " cannot be served", failure);
            abort(failure);
            return StartResult.ENDED;
        }
        input.listen(opened);
        return StartResult.STARTED;
    }

    /** Feeds bytes of the client; the array is the connection's from now on. For one caller at a time. */
    public void receive(byte[] bytes) {
        input.receive(bytes);
    }

    /**
     * Runs an action when no other request feeds input any more: now or later, in order of asking. Each action must lead to
     * one {@link #passInputTurn}.
     */
    public void takeInputTurn(Runnable action) {
        inputTurns.take(action);
    }

    /** Ends a turn begun by {@link #takeInputTurn}. */
    public void passInputTurn() {
        inputTurns.pass();
    }

    /** Whether more input is welcome. */
    public boolean hasInputRoom() {
        return input.budget().isOpen();
    }

    /** Runs an action when more input is welcome or the connection has ended: now, on this thread, or later, on another. */
    public void whenInputRoom(Runnable action) {
        input.budget().whenOpen(action);
    }

    /** Whether anybody is interested in what the client sends: its input has not ended, and the connection is not closing. */
    public boolean takesInput() {
        lock.lock();
        try {
            return !input.hasEnded() && (state == State.NEW || state == State.OPEN);
        } finally {
            lock.unlock();
        }
    }

    /** The client sends no more, and may still listen to what is left. */
    public void endInput() {
        endInput(null);
    }

    /** The client ends the connection by a request of its own: no later request finds it, one that waits hears the rest. */
    public void delete() {
        endInput(null);
        manager.remove(this);
    }

    /**
     * Nothing the client sends is wanted any more. Idempotent; the first cause counts.
     *
     * @param cause why, for the handler; null when the client or the application wanted it
     */
    public void endInput(@Nullable Throwable cause) {
        if (!input.end(cause)) {
            close(CloseStatus.NORMAL);
        }
    }

    /**
     * The carrier is gone. Idempotent.
     *
     * @param cause why; null when the client closed or just vanished
     */
    public void transportClosed(@Nullable Throwable cause) {
        outbound.close();
        endInput(cause);
        terminate();
    }

    /** The carrier can send a frame. */
    public void ready() {
        outbound.ready();
    }

    /**
     * The carrier cannot send until it says {@link #ready}.
     *
     * @return whether that holds from now on; false when a frame is on its way to the carrier already
     */
    public boolean pause() {
        return outbound.pause();
    }

    /** Called by the carrier within {@link Transport#send}: after this frame it is not ready by itself. */
    public void pauseAfterSend() {
        outbound.pauseAfterSend();
    }

    /** The frame has left. */
    public void sent() {
        outbound.sent();
    }

    /** The frame has not left, and the carrier is of no use any more. */
    public void sendFailed(Throwable cause) {
        abort(cause);
    }

    /** The carrier serves a request of the client. */
    public void markActive() {
        setActive(true);
    }

    /** The carrier waits for the client's next request. */
    public void markInactive() {
        setActive(false);
    }

    private void setActive(boolean nowActive) {
        lock.lock();
        try {
            active = nowActive;
            inactiveSince = clock.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    // ---- the handler's side

    /** Sends a message: now when the carrier is free, otherwise joined with others as soon as it is. Never blocks. */
    public void send(OutboundMessage message) {
        offer(message, true);
    }

    /** Adds a message that may wait for the next {@link #send} or {@link #flush}. */
    public void hold(OutboundMessage message) {
        offer(message, false);
    }

    private void offer(OutboundMessage message, boolean flush) {
        if (outbound.offer(message, flush) == OutboundQueue.Offer.OVERFLOW) {
            abort(new OutboundOverflowException(id, endpoint.settings().get(Options.OUTBOUND_BYTE_LIMIT)));
        }
    }

    /** Sends what is held. */
    public void flush() {
        outbound.flush();
    }

    /** Whether nothing waits to be sent. */
    public boolean isOutboundEmpty() {
        return outbound.isEmpty();
    }

    /**
     * Completes when the client's queue has room, or the connection has ended; {@link #ROOM} when it has room now. Otherwise
     * what depends on the stage runs on a thread of the carrier and must not block.
     */
    public CompletionStage<Void> room() {
        return outbound.room();
    }

    /** Counts bytes of input that wait to be worked on. */
    public void reserveInput(int bytes) {
        input.budget().reserve(bytes);
    }

    /** Takes back {@link #reserveInput}. */
    public void releaseInput(int bytes) {
        input.budget().release(bytes);
    }

    /** Ends the connection in order, when all that waits has been sent. What is sent from now on is dropped. */
    public void close(CloseStatus status) {
        lock.lock();
        try {
            if (state == State.CLOSED || state == State.CLOSING) {
                return;
            }
            state = state == State.OPEN ? State.CLOSING : State.CLOSED;
            inactiveSince = clock.getAsLong();
        } finally {
            lock.unlock();
        }
        input.budget().lift();
        Transport carrier = transport;
        if (carrier == null) {
            manager.remove(this);
        } else {
            outbound.drain(() -> {
                outbound.close();
                close(carrier, status);
            });
        }
    }

    /**
     * Cuts the connection off.
     *
     * @param cause why, for the handler; null when the application or the client wanted it
     */
    public void abort(@Nullable Throwable cause) {
        if (cause != null) {
            LOG.log(System.Logger.Level.DEBUG, this + " is cut off", cause);
        }
        outbound.close();
        endInput(cause);
        Transport carrier = transport;
        terminate();
        if (carrier != null) {
            close(carrier, CloseStatus.ABORTED);
        }
    }

    private void close(Transport carrier, CloseStatus status) {
        try {
            carrier.close(status);
        } catch (RuntimeException broken) {
            // It must not throw; whoever closes may be on the way through many connections.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "SIGNALR-1015: the transport of " + this + " cannot be closed",
                    broken);
        }
    }

    private void terminate() {
        lock.lock();
        try {
            state = State.CLOSED;
        } finally {
            lock.unlock();
        }
        manager.remove(this);
    }

    // ---- the manager's side

    /** Whether requests of the client still find it. */
    boolean isReachable() {
        lock.lock();
        try {
            // A poll must be able to fetch what is left, and its 204.
            return state == State.NEW
                    || state == State.OPEN
                    || (state == State.CLOSING && transportType() == TransportType.LONG_POLLING);
        } finally {
            lock.unlock();
        }
    }

    void tick(long now) {
        if (isOverdue(now)) {
            // Negotiated and never connected, polled and never again, or closing with a peer that does not answer.
            abort(null);
            return;
        }
        if (outbound.isSendingLongerThan(endpoint.settings().nanos(Options.TRANSPORT_SEND_TIMEOUT), now)) {
            abort(new SendTimeoutException(id));
            return;
        }
        Transport carrier = transport;
        if (carrier != null) {
            carrier.tick(now);
        }
        input.tick(now);
    }

    private boolean isOverdue(long now) {
        lock.lock();
        try {
            long idle = now - inactiveSince;
            return switch (state) {
                case CLOSED -> false;
                case CLOSING -> idle > endpoint.settings().nanos(closingLimit());
                case NEW, OPEN -> !active && idle > endpoint.settings().nanos(Options.DISCONNECT_TIMEOUT);
            };
        } finally {
            lock.unlock();
        }
    }

    private Option<Duration> closingLimit() {
        return transportType() == TransportType.WEB_SOCKETS
                ? Options.WEBSOCKET_CLOSE_TIMEOUT
                : Options.DISCONNECT_TIMEOUT;
    }

    @Override
    public String toString() {
        return "connection " + id;
    }
}
