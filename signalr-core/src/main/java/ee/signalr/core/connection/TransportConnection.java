// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.TransportType;
import ee.signalr.core.config.Option;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.ConnectionLife.Loss;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client, whatever carries it: bytes in, bytes out, and its life from negotiate to the end. Thread-safe, except
 * that {@link #receive} is for one caller at a time. A carrier calls {@link #start} once, {@link #ready} when it can send a frame,
 * {@link #sent} for each one sent, {@link #receive} for what arrives, and {@link #transportClosed} when it is gone; one that may be
 * replaced is a {@link ReplaceableTransport}. The handler calls {@link #send}, {@link #close} and {@link #abort}.
 */
public final class TransportConnection {

    private static final System.Logger LOG = System.getLogger(TransportConnection.class.getName());

    /** The answer of {@link #room} when there is room: complete, and shared by all connections. */
    public static final CompletionStage<Void> ROOM = CompletableFuture.completedStage(null);

    private final String id;
    private final ConnectionToken token;
    private final ConnectionEndpoint endpoint;
    private final ConnectionManager manager;
    private final ReentrantLock lock = new ReentrantLock();
    private final ConnectionLife life;
    private final OutboundQueue outbound;
    private final ConnectionInput input;
    private final InputTurns inputTurns = new InputTurns(lock);
    private final ConnectionOwner owner;

    /** Makes a connection, whose client may ask to come back on another carrier if it is resumable. */
    TransportConnection(
            ConnectionIdentity identity,
            ConnectionEndpoint endpoint,
            ConnectionManager manager,
            boolean resumable,
            ConnectionOwner.Origin origin) {
        this.id = identity.id();
        this.token = identity.token();
        this.endpoint = endpoint;
        this.manager = manager;
        this.owner = new ConnectionOwner(lock, origin);
        // One lock for all parts: none calls anybody while it holds it, and an idle connection has only one to pay for.
        this.life = new ConnectionLife(lock, manager.clock(), resumable);
        this.outbound = new OutboundQueue(
                lock,
                manager.clock(),
                endpoint.settings().get(Options.OUTBOUND_BYTE_LIMIT),
                endpoint.settings().limit(Options.TRANSPORT_MAX_BUFFER_SIZE),
                endpoint.handler().joinsMessages());
        this.input = new ConnectionInput(this, lock, endpoint.settings().limit(Options.APPLICATION_MAX_BUFFER_SIZE));
    }

    /** The public id; never null. */
    public String id() {
        return id;
    }

    /** The secret by which requests of the client's transport find the connection; never null, never to be logged. */
    public String token() {
        return token.text();
    }

    ConnectionToken key() {
        return token;
    }

    /** Whose connection it is, since it was negotiated; what is known of that user now. Never null. */
    public CallerIdentity caller() {
        return owner.identity();
    }

    /** A limit has kept out something that the client wanted. */
    public void crossed(Option<?> limit) {
        manager.crossings().count(endpoint, limit);
    }

    /** What is known of the user whose connection it is; never null. */
    public ConnectionOwner owner() {
        return owner;
    }

    /**
     * Takes what the client has brought to refresh its authentication, and tells whoever serves the connection.
     *
     * @param callerContext as {@link TransportOrigin#callerContext}
     * @throws IllegalArgumentException when it is another user
     */
    public void refresh(CallerIdentity refreshed, Executor callerContext) {
        owner.refresh(refreshed, callerContext);
        input.tellRefreshed();
    }

    /** Where the connection was made; never null. */
    public ConnectionEndpoint endpoint() {
        return endpoint;
    }

    /** The carrier, the last one when it has been lost; null before one has attached. */
    public @Nullable Transport transport() {
        return life.transport();
    }

    /**
     * Who opened the transport, the first one when the client has come back.
     *
     * @throws IllegalStateException before a transport has attached
     */
    public TransportOrigin origin() {
        return attached(life.origin());
    }

    /**
     * What carries the connection.
     *
     * @throws IllegalStateException before a transport has attached
     */
    public TransportType transportType() {
        return attached(life.transport()).type();
    }

    private <T> T attached(@Nullable T known) {
        if (known == null) {
            throw new IllegalStateException("No transport has attached to connection " + id);
        }
        return known;
    }

    // ---- the carrier's side
    /**
     * Attaches a carrier. When the answer is {@link StartResult#STARTED} or {@link StartResult#RESUMED}, it carries the connection
     * from now on; a carrier that did so before is closed, and no longer heard.
     *
     * @throws IllegalArgumentException when the opener is another user than the {@linkplain #caller owner}
     */
    public StartResult start(Transport carrier, TransportOrigin opener) {
        Transport replaced;
        StartResult result;
        lock.lock();
        try {
            owner.require(opener.caller());
            replaced = life.transport();
            Resumption means = life.resumption();
            result = life.attach(carrier, opener);
            if (result == StartResult.STARTED || result == StartResult.RESUMED) {
                owner.renew(opener.caller());
                owner.context(opener.callerContext());
            }
            if (result == StartResult.RESUMED && means != null) {
                // Under the same lock: of two that come at the same time, the queue must not take the other one.
                outbound.resume(carrier, means::announcement);
                inputTurns.addWhole(means::resumed);
            }
        } finally {
            lock.unlock();
        }
        if (result == StartResult.RESUMED && replaced != null) {
            LOG.log(System.Logger.Level.DEBUG, "The client of {0} has come back", this);
            close(replaced, CloseStatus.NORMAL);
            inputTurns.begin();
        }
        return result == StartResult.STARTED ? open(carrier) : result;
    }

    private StartResult open(Transport carrier) {
        manager.started();
        outbound.attach(carrier, this::sendFailed);
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

    /** Whose turn it is to feed input; never null. */
    public InputTurns inputTurns() {
        return inputTurns;
    }

    /** What the client has sent and nobody has worked on; never null. */
    public InputBudget waitingInput() {
        return input.budget();
    }

    /** Whether anybody is interested in what the client sends: its input has not ended, and the connection is not closing. */
    public boolean takesInput() {
        return !input.hasEnded() && life.isUp();
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
        life.settle();
        if (!input.end(cause)) {
            close(CloseStatus.NORMAL);
        }
    }

    /**
     * The carrier is gone for good. Idempotent.
     *
     * @param cause why; null when the client closed or just vanished
     */
    public void transportClosed(@Nullable Throwable cause) {
        outbound.close();
        endInput(cause);
        terminate();
    }

    /** The given carrier has vanished. */
    Loss lose(Transport carrier) {
        lock.lock();
        try {
            Loss loss = life.lose(carrier);
            if (loss == Loss.BEARABLE) {
                outbound.detach();
            }
            return loss;
        } finally {
            lock.unlock();
        }
    }

    /** The carrier can send a frame. */
    public void ready() {
        outbound.ready(life.transport());
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
        outbound.sent(life.transport());
    }

    /** A frame has not left, and the given carrier is of no use any more. */
    void sendFailed(Transport carrier, Throwable cause) {
        if (lose(carrier) == Loss.FATAL) {
            abort(cause);
        } else {
            LOG.log(System.Logger.Level.DEBUG, "A carrier of " + this + " is lost", cause);
            close(carrier, CloseStatus.ABORTED);
        }
    }

    /** The carrier serves a request of the client. */
    public void markActive() {
        life.setActive(true);
    }

    /** The carrier waits for the client's next request. */
    public void markInactive() {
        life.setActive(false);
    }

    // ---- the handler's side
    /** Sends a message: now or, joined with others, as soon as the carrier is free. Never blocks. */
    public void send(OutboundMessage message) {
        offer(message, false, true);
    }

    /** Sends a message; one that is counted is kept until it has been confirmed, if the client may come back. */
    public void send(OutboundMessage message, boolean counted) {
        offer(message, counted, true);
    }

    /** Adds a message, perhaps a counted one, that may wait for the next {@link #send} or {@link #flush}. */
    public void hold(OutboundMessage message, boolean counted) {
        offer(message, counted, false);
    }

    private void offer(OutboundMessage message, boolean counted, boolean flush) {
        if (outbound.offer(message, counted, flush) == Offer.OVERFLOW) {
            abort(new OutboundOverflowException(id, endpoint.settings().get(Options.OUTBOUND_BYTE_LIMIT)));
        }
    }

    /**
     * Lets the client come back on another carrier from now on, if it has asked for that when it negotiated and is carried by
     * a WebSocket. Counted messages are kept from now on until they are {@linkplain #confirm confirmed}.
     *
     * @return whether it may
     */
    public boolean allowResume(Resumption means) {
        lock.lock();
        try {
            if (!life.allowResume(means)) {
                return false;
            }
            outbound.keepUnconfirmed(endpoint.settings().get(Options.STATEFUL_RECONNECT_BUFFER_SIZE));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** It is settled that the connection ends: its client cannot come back any more. */
    public void settle() {
        life.settle();
    }

    /** The client has all counted messages up to a number, of which the first is 1; one not sent yet stands for the last that was. */
    public void confirm(long number) {
        outbound.confirm(number);
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

    /** Ends the connection in order, when all that waits has been sent. What is sent from now on is dropped. */
    public void close(CloseStatus status) {
        Transport carrier;
        lock.lock();
        try {
            if (!life.isUp()) {
                return;
            }
            carrier = life.beginClosing();
        } finally {
            lock.unlock();
        }
        input.budget().lift();
        if (carrier == null) {
            outbound.close();
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
        // First: a client that comes back from now on is too late, and the carrier is the last one.
        life.settle();
        Transport carrier = life.transport();
        outbound.close();
        endInput(cause);
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
        life.end();
        manager.remove(this);
    }

    // ---- the side of the manager and the sweep, and that of carriers that may be replaced
    ConnectionLife life() {
        return life;
    }

    OutboundQueue outbound() {
        return outbound;
    }

    ConnectionInput input() {
        return input;
    }

    @Override
    public String toString() {
        return "connection " + id;
    }
}
