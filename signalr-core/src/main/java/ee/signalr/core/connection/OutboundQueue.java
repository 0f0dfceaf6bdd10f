// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, in order, and the one send that is under way. All that waits leaves as one frame,
 * unless messages are not to be joined. Thread-safe; the transport is always called outside the lock.
 */
final class OutboundQueue {

    /** What came of offering a message. */
    enum Offer {
        ACCEPTED,
        /** More waits than is allowed: the connection is to be cut off. */
        OVERFLOW,
        /** The queue takes nothing any more; the message is dropped. */
        CLOSED
    }

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

    private final ReentrantLock lock = new ReentrantLock();
    private final LongSupplier clock;
    private final long byteLimit;
    private final long roomLimit;
    private final boolean joins;

    private State state = State.PAUSED;
    private @Nullable Transport transport;
    private Consumer<Throwable> broken = failure -> {};
    private @Nullable Waiting first;
    private @Nullable Waiting last;
    private @Nullable List<CompletableFuture<Void>> awaitingRoom;
    private @Nullable Runnable whenDrained;
    private long waitingBytes;
    private long sendingBytes;
    private long sendStarted;
    private boolean outcomeKnown;
    private boolean pauseAfterSend;

    /**
     * Makes a queue without a transport.
     *
     * @param byteLimit how much may wait
     * @param roomLimit below how much there is room
     * @param joins whether messages that wait leave in one frame
     */
    OutboundQueue(LongSupplier clock, long byteLimit, long roomLimit, boolean joins) {
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
    void attach(Transport newTransport, Consumer<Throwable> whenBroken) {
        lock.lock();
        try {
            transport = newTransport;
            broken = whenBroken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a message.
     *
     * @param flush whether to send now when the transport is free; otherwise it leaves with the next flush or message
     */
    Offer offer(OutboundMessage message, boolean flush) {
        OutboundMessage frame;
        lock.lock();
        try {
            if (state == State.CLOSED || whenDrained != null) {
                return Offer.CLOSED;
            }
            boolean empty = waitingBytes + sendingBytes == 0;
            if (!empty && waitingBytes + sendingBytes + message.size() > byteLimit) {
                return Offer.OVERFLOW;
            }
            if (flush && state == State.IDLE && first == null) {
                frame = begin(message);
            } else {
                enqueue(message);
                frame = flush ? nextFrame() : null;
            }
        } finally {
            lock.unlock();
        }
        sendAll(frame);
        return Offer.ACCEPTED;
    }

    /** Sends what waits, when the transport is free. */
    void flush() {
        sendAll(next(State.IDLE));
    }

    /** The transport can take a frame. */
    void ready() {
        OutboundMessage frame;
        lock.lock();
        try {
            if (state == State.CALLING || state == State.SENDING) {
                // A client may ask again before the answer to its last request is reported as written.
                pauseAfterSend = false;
                return;
            }
            if (state == State.PAUSED) {
                state = State.IDLE;
            }
            frame = nextFrame();
        } finally {
            lock.unlock();
        }
        sendAll(frame);
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

    /** The frame has left. */
    void sent() {
        OutboundMessage frame;
        @Nullable List<CompletableFuture<Void>> roomy;
        lock.lock();
        try {
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
        sendAll(frame);
        runIfDrained();
    }

    /** Completes when less waits than the limit for room, or the queue is closed. */
    CompletionStage<Void> room() {
        lock.lock();
        try {
            if (hasRoom()) {
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
            first = null;
            last = null;
            waitingBytes = 0;
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
            return waitingBytes + sendingBytes == 0;
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

    private @Nullable OutboundMessage next(State required) {
        lock.lock();
        try {
            return state == required ? nextFrame() : null;
        } finally {
            lock.unlock();
        }
    }

    /** Sends a frame and, while the outcome is known on return, all that has come to wait meanwhile. */
    private void sendAll(@Nullable OutboundMessage first) {
        OutboundMessage frame = first;
        while (frame != null) {
            Transport carrier = transport;
            if (carrier == null) {
                return;
            }
            frame = call(carrier, frame) ? afterCall() : null;
        }
    }

    private boolean call(Transport carrier, OutboundMessage frame) {
        try {
            carrier.send(frame);
            return true;
        } catch (RuntimeException | Error failure) {
            // Not the caller's fault, who may have more clients to serve.
            broken.accept(failure);
            return false;
        }
    }

    private @Nullable OutboundMessage afterCall() {
        OutboundMessage frame;
        @Nullable List<CompletableFuture<Void>> roomy;
        lock.lock();
        try {
            if (state != State.CALLING) {
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
            boolean busy = state == State.CALLING || state == State.SENDING || first != null;
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

    private void enqueue(OutboundMessage message) {
        Waiting node = new Waiting(message);
        if (last == null) {
            first = node;
        } else {
            last.next = node;
        }
        last = node;
        waitingBytes += message.size();
    }

    private @Nullable OutboundMessage nextFrame() {
        Waiting node = first;
        if (state != State.IDLE || node == null) {
            return null;
        }
        take(node);
        return begin(node.next == null || !joins ? node.message : OutboundMessage.join(takeBatch(node)));
    }

    private List<OutboundMessage> takeBatch(Waiting start) {
        List<OutboundMessage> batch = new ArrayList<>();
        batch.add(start.message);
        long size = start.message.size();
        for (Waiting node = start.next; node != null; node = node.next) {
            size += node.message.size();
            if (size > frameBytes()) {
                return batch;
            }
            take(node);
            batch.add(node.message);
        }
        return batch;
    }

    private void take(Waiting node) {
        first = node.next;
        if (first == null) {
            last = null;
        }
        waitingBytes -= node.message.size();
    }

    private long frameBytes() {
        Transport carrier = transport;
        return carrier == null ? 0 : carrier.maximumFrameSize();
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

    private boolean hasRoom() {
        return state == State.CLOSED || waitingBytes + sendingBytes < roomLimit;
    }

    private @Nullable List<CompletableFuture<Void>> takeAwaitingRoom() {
        List<CompletableFuture<Void>> taken = awaitingRoom;
        if (taken == null || !hasRoom()) {
            return null;
        }
        awaitingRoom = null;
        return taken;
    }

    /** A message that waits, and the one behind it: the only thing that a delivery allocates. */
    private static final class Waiting {

        private final OutboundMessage message;
        private @Nullable Waiting next;

        Waiting(OutboundMessage message) {
            this.message = message;
        }
    }
}
