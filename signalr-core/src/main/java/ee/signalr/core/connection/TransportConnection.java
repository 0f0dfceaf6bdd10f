// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.TransportType;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
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
    private final InputBudget input;
    private final InputTurns inputTurns = new InputTurns();
    private final ReentrantLock lock = new ReentrantLock();

    private State state = State.NEW;
    private boolean active;
    private boolean inputEnded;
    private long inactiveSince;
    private volatile @Nullable Transport transport;
    private volatile @Nullable TransportOrigin origin;
    private volatile @Nullable ConnectionListener listener;
    private @Nullable Queue<byte[]> early;

    TransportConnection(String id, String token, ConnectionEndpoint endpoint, ConnectionManager manager) {
        this.id = id;
        this.token = token;
        this.endpoint = endpoint;
        this.manager = manager;
        this.clock = manager.clock();
        this.outbound = new OutboundQueue(
                clock,
                endpoint.settings().get(Options.OUTBOUND_BYTE_LIMIT),
                endpoint.settings().get(Options.TRANSPORT_MAX_BUFFER_SIZE));
        this.input = new InputBudget(endpoint.settings().get(Options.APPLICATION_MAX_BUFFER_SIZE));
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
            transport = carrier;
            origin = opener;
        } finally {
            lock.unlock();
        }
        manager.started();
        outbound.attach(carrier);
        deliverEarlyInput(endpoint.handler().open(this));
        return StartResult.STARTED;
    }

    /** Hands on what came before the transport did; requests that feed input meanwhile keep adding to it. */
    private void deliverEarlyInput(ConnectionListener opened) {
        for (byte[] chunk = nextEarly(opened); chunk != null; chunk = nextEarly(opened)) {
            opened.received(chunk);
            input.release(chunk.length);
        }
    }

    private byte @Nullable [] nextEarly(ConnectionListener opened) {
        lock.lock();
        try {
            byte[] chunk = early == null ? null : early.poll();
            if (chunk == null) {
                early = null;
                listener = opened;
            }
            return chunk;
        } finally {
            lock.unlock();
        }
    }

    /** Feeds bytes of the client; the array is the connection's from now on. For one caller at a time. */
    public void receive(byte[] bytes) {
        ConnectionListener opened = listener;
        if (opened == null) {
            opened = keepEarly(bytes);
        }
        if (opened != null && !hasInputEnded()) {
            opened.received(bytes);
        }
    }

    private @Nullable ConnectionListener keepEarly(byte[] bytes) {
        lock.lock();
        try {
            if (listener == null && !inputEnded) {
                if (early == null) {
                    early = new ArrayDeque<>(2);
                }
                early.add(bytes);
                input.reserve(bytes.length);
            }
            return listener;
        } finally {
            lock.unlock();
        }
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
        return input.isOpen();
    }

    /** Runs an action when more input is welcome or the connection has ended: now, on this thread, or later, on another. */
    public void whenInputRoom(Runnable action) {
        input.whenOpen(action);
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
        ConnectionListener opened;
        lock.lock();
        try {
            if (inputEnded) {
                return;
            }
            inputEnded = true;
            opened = listener;
        } finally {
            lock.unlock();
        }
        input.lift();
        if (opened == null) {
            close(CloseStatus.NORMAL);
        } else {
            opened.ended(cause);
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

    /** The carrier cannot send until it says {@link #ready}. */
    public void pause() {
        outbound.pause();
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

    /** Completes when the client's queue has room, or the connection has ended; shared and complete when it has room now. */
    public CompletionStage<Void> room() {
        return outbound.room();
    }

    /** Counts bytes of input that wait to be worked on. */
    public void reserveInput(int bytes) {
        input.reserve(bytes);
    }

    /** Takes back {@link #reserveInput}. */
    public void releaseInput(int bytes) {
        input.release(bytes);
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
        input.lift();
        Transport carrier = transport;
        if (carrier == null) {
            manager.remove(this);
        } else {
            outbound.drain(() -> {
                outbound.close();
                carrier.close(status);
            });
        }
    }

    /**
     * Cuts the connection off.
     *
     * @param cause why, for the handler; null when the application or the client wanted it
     */
    public void abort(@Nullable Throwable cause) {
        outbound.close();
        endInput(cause);
        Transport carrier = transport;
        terminate();
        if (carrier != null) {
            carrier.close(CloseStatus.ABORTED);
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
        ConnectionListener opened = listener;
        if (carrier != null) {
            carrier.tick(now);
        }
        if (opened != null && !hasInputEnded()) {
            opened.tick(now);
        }
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

    private boolean hasInputEnded() {
        lock.lock();
        try {
            return inputEnded;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "connection " + id;
    }
}
