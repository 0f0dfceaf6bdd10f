// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, in order, and the one send that is under way. All that waits leaves as one frame,
 * unless messages are not to be joined. Thread-safe; the transport is always called outside the lock.
 */
final class OutboundQueue {

    private enum State {
        /** No transport, or one that waits for its client to ask (a poll). */
        PAUSED,
        /** The transport is ready and there is nothing under way. */
        IDLE,
        /** A thread is inside {@link Transport#send}. */
        CALLING,
        /** The transport has taken a frame and has not reported its outcome. */
        SENDING,
        CLOSED
    }

    private final ReentrantLock lock;
    private final Backlog backlog = new Backlog();
    private final LongSupplier clock;
    private final long byteLimit;
    private final long roomLimit;
    private final boolean joins;

    private State state = State.PAUSED;
    private @Nullable Transport transport;
    private BiConsumer<Transport, Throwable> broken = (carrier, failure) -> {};
    private @Nullable List<CompletableFuture<Void>> awaitingRoom;
    private @Nullable Runnable whenDrained;
    private long sendingBytes;
    private long sendStarted;
    private boolean outcomeKnown;
    private boolean pauseAfterSend;

    /** Makes a queue without a transport, with its limits for what may wait and for what leaves senders room. */
    OutboundQueue(ReentrantLock lock, LongSupplier clock, long byteLimit, long roomLimit, boolean joins) {
        this.lock = lock;
        this.clock = clock;
        this.byteLimit = byteLimit;
        this.roomLimit = roomLimit;
        this.joins = joins;
    }

    /**
     * Gives the queue its transport; nothing is sent before {@link #ready}.
     *
     * @param whenBroken is told what the transport throws when it is to send
     */
    void attach(Transport newTransport, BiConsumer<Transport, Throwable> whenBroken) {
        lock.lock();
        try {
            transport = newTransport;
            broken = whenBroken;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps counted messages from now on until the client has confirmed them. */
    void keepUnconfirmed(long limit) {
        lock.lock();
        try {
            backlog.keepUnconfirmed(limit);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The transport has gone, and may be followed by another one. A frame under way counts as not sent; what is said about
     * it from now on is not heard.
     */
    void detach() {
        lock.lock();
        try {
            transport = null;
            if (state != State.CLOSED) {
                state = State.PAUSED;
            }
            pauseAfterSend = false;
            sendingBytes = 0;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Replaces the transport, and begins again with the first message that the client has not confirmed; nothing is sent
     * before {@link #ready}.
     */
    void resume(Transport newTransport, LongFunction<OutboundMessage> announcement) {
        lock.lock();
        try {
            detach();
            if (state != State.CLOSED) {
                backlog.rewind(announcement);
                transport = newTransport;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The client has all counted messages up to a number. */
    void confirm(long number) {
        @Nullable List<CompletableFuture<Void>> roomy;
        lock.lock();
        try {
            backlog.confirm(number);
            roomy = takeAwaitingRoom();
        } finally {
            lock.unlock();
        }
        completeAll(roomy);
    }

    /**
     * Adds a message.
     *
     * @param counted whether it is kept until it has been confirmed, if anything is
     * @param flush whether to send now when the transport is free; otherwise it leaves with the next flush or message
     */
    Offer offer(OutboundMessage message, boolean counted, boolean flush) {
        OutboundMessage frame;
        Transport carrier;
        lock.lock();
        try {
            if (state == State.CLOSED || whenDrained != null) {
                return Offer.CLOSED;
            }
            long load = backlog.bytes() + Math.max(sendingBytes, backlog.unconfirmedBytes());
            if (load > 0 && load + message.size() > byteLimit) {
                return Offer.OVERFLOW;
            }
            if (flush && state == State.IDLE && backlog.isEmpty() && !(counted && backlog.keepsUnconfirmed())) {
                frame = begin(message);
            } else {
                backlog.add(message, counted);
                frame = flush ? nextFrame() : null;
            }
            carrier = transport;
        } finally {
            lock.unlock();
        }
        sendAll(carrier, frame);
        return Offer.ACCEPTED;
    }

    /** Sends what waits, when the transport is free. */
    void flush() {
        OutboundMessage frame;
        Transport carrier;
        lock.lock();
        try {
            frame = nextFrame();
            carrier = transport;
        } finally {
            lock.unlock();
        }
        sendAll(carrier, frame);
    }

    /**
     * A transport can take a frame.
     *
     * @param carrier which; not heard when it has been replaced
     */
    void ready(@Nullable Transport carrier) {
        OutboundMessage frame;
        lock.lock();
        try {
            if (carrier != transport) {
                return;
            }
            if (state == State.CALLING || state == State.SENDING) {
                // A client may ask again before the answer to its last request is reported as written.
                pauseAfterSend = false;
                return;
            }
            if (state == State.PAUSED && carrier != null) {
                state = State.IDLE;
            }
            frame = nextFrame();
        } finally {
            lock.unlock();
        }
        sendAll(carrier, frame);
        runIfDrained();
    }

    /**
     * The transport can take nothing until {@link #ready}: nobody is asking.
     *
     * @return whether that holds from now on; false, and without effect, when a send is under way
     */
    boolean pause() {
        lock.lock();
        try {
            if (state == State.IDLE) {
                state = State.PAUSED;
            }
            return state == State.PAUSED || state == State.CLOSED;
        } finally {
            lock.unlock();
        }
    }

    /** Announces, within or before {@link Transport#send}, that the transport is not ready again when it is done. */
    void pauseAfterSend() {
        lock.lock();
        try {
            pauseAfterSend = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The frame has left.
     *
     * @param carrier by which transport; not heard when it has been replaced
     */
    void sent(@Nullable Transport carrier) {
        OutboundMessage frame;
        @Nullable List<CompletableFuture<Void>> roomy;
        lock.lock();
        try {
            if (carrier != transport) {
                return;
            }
            if (state == State.CALLING) {
                // The loop in sendAll goes on when Transport.send has returned: no recursion, however often it
                // completes inline.
                outcomeKnown = true;
                return;
            }
            if (state != State.SENDING) {
                return;
            }
            finishSend();
            frame = nextFrame();
            roomy = takeAwaitingRoom();
        } finally {
            lock.unlock();
        }
        completeAll(roomy);
        sendAll(carrier, frame);
        runIfDrained();
    }

    /** Completes when less waits than the limits for room, or the queue is closed. */
    CompletionStage<Void> room() {
        lock.lock();
        try {
            if (hasRoom(false)) {
                return TransportConnection.ROOM;
            }
            CompletableFuture<Void> stage = new CompletableFuture<>();
            if (awaitingRoom == null) {
                awaitingRoom = new ArrayList<>(1);
            }
            awaitingRoom.add(stage);
            return stage.minimalCompletionStage();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more messages, and runs the action once all that waits has been sent, or at once when nothing waits. */
    void drain(Runnable action) {
        lock.lock();
        try {
            if (whenDrained != null || state == State.CLOSED) {
                return;
            }
            whenDrained = action;
        } finally {
            lock.unlock();
        }
        flush();
        runIfDrained();
    }

    /** Drops what waits and takes no more. */
    void close() {
        @Nullable List<CompletableFuture<Void>> roomy;
        lock.lock();
        try {
            state = State.CLOSED;
            backlog.clear();
            sendingBytes = 0;
            roomy = takeAwaitingRoom();
        } finally {
            lock.unlock();
        }
        completeAll(roomy);
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return backlog.bytes() + sendingBytes == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a send has been under way since before the given time on the queue's clock. */
    boolean isSendingLongerThan(long nanos, long now) {
        lock.lock();
        try {
            return (state == State.CALLING || state == State.SENDING) && now - sendStarted > nanos;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends a frame and, while the outcome is known on return, all that has come to wait meanwhile.
     *
     * @param carrier the transport at the time when the frame was taken: whatever replaces it must not get that frame
     */
    private void sendAll(@Nullable Transport carrier, @Nullable OutboundMessage first) {
        OutboundMessage frame = first;
        while (frame != null && carrier != null) {
            frame = call(carrier, frame) ? afterCall(carrier) : null;
        }
    }

    private boolean call(Transport carrier, OutboundMessage frame) {
        try {
            carrier.send(frame);
            return true;
        } catch (RuntimeException | Error failure) {
            // Not the caller's fault, who may have more clients to serve.
            broken.accept(carrier, failure);
            return false;
        }
    }

    private @Nullable OutboundMessage afterCall(Transport carrier) {
        OutboundMessage frame;
        @Nullable List<CompletableFuture<Void>> roomy;
        lock.lock();
        try {
            if (carrier != transport || state != State.CALLING) {
                return null;
            }
            if (!outcomeKnown) {
                state = State.SENDING;
                return null;
            }
            finishSend();
            frame = nextFrame();
            roomy = takeAwaitingRoom();
        } finally {
            lock.unlock();
        }
        completeAll(roomy);
        if (frame == null) {
            runIfDrained();
        }
        return frame;
    }

    /** Null, for the usual case, because iterating over nothing would allocate for every delivery of a broadcast. */
    private static void completeAll(@Nullable List<CompletableFuture<Void>> roomy) {
        if (roomy != null) {
            roomy.forEach(stage -> stage.complete(null));
        }
    }

    private void runIfDrained() {
        Runnable action;
        lock.lock();
        try {
            boolean busy = state == State.CALLING || state == State.SENDING || !backlog.isEmpty();
            if (busy || whenDrained == null || state == State.CLOSED) {
                return;
            }
            action = whenDrained;
            state = State.CLOSED;
        } finally {
            lock.unlock();
        }
        action.run();
    }

    // What follows is called with the lock held.

    private @Nullable OutboundMessage nextFrame() {
        Transport carrier = transport;
        if (state != State.IDLE || carrier == null) {
            return null;
        }
        OutboundMessage frame = backlog.takeFrame(joins ? carrier.maximumFrameSize() : 0);
        return frame == null ? null : begin(frame);
    }

    private OutboundMessage begin(OutboundMessage frame) {
        state = State.CALLING;
        outcomeKnown = false;
        sendStarted = clock.getAsLong();
        sendingBytes = frame.size();
        return frame;
    }

    private void finishSend() {
        sendingBytes = 0;
        state = pauseAfterSend ? State.PAUSED : State.IDLE;
        pauseAfterSend = false;
    }

    /**
     * Whether senders need not wait.
     *
     * @param again whether they wait already: until the client has confirmed so much that less than the limit is left
     */
    private boolean hasRoom(boolean again) {
        return state == State.CLOSED
                || (backlog.bytes() + sendingBytes < roomLimit && backlog.isConfirmedEnough(again));
    }

    private @Nullable List<CompletableFuture<Void>> takeAwaitingRoom() {
        List<CompletableFuture<Void>> taken = awaitingRoom;
        if (taken == null || !hasRoom(true)) {
            return null;
        }
        awaitingRoom = null;
        return taken;
    }
}
