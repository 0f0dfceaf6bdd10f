// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.core.connection.TransportConnection;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sends the items of a publisher. It asks for a few at a time and keeps them while the client's queue has no room, so that a
 * fast publisher is slowed down to the pace of the client. What the publisher does against the rules of reactive streams ends
 * at worst the stream. Thread-safe: one thread at a time is in charge of sending, signals of others only add to what waits.
 */
final class PublisherPump implements Flow.Subscriber<@Nullable Object>, StreamPump {

    private static final System.Logger LOG = System.getLogger(PublisherPump.class.getName());

    private static final String NOT_CANCELLED = "SIGNALR-1050: a publisher could not be cancelled";

    /** How many items may be asked for and not sent. */
    private static final int WINDOW = 32;

    /** How many are asked for at a time, at least. */
    private static final int REFILL = 16;

    /** Items that follow each other faster than this leave together. */
    private static final long BURST_NANOS = 1_000_000;

    private final Flow.Publisher<?> publisher;
    private final StreamOutlet outlet;
    private final StreamEnd end;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Object> waiting = new ArrayDeque<>();
    private Flow.@Nullable Subscription subscription;
    private int outstanding;
    /** Whether somebody sends, or is going to when there is room. */
    private boolean pumping;
    /** The thread that sends. */
    private @Nullable Thread inCharge;
    /** Whether no signal counts any more. */
    private boolean over;

    private @Nullable Throwable failure;
    private boolean terminated;

    // Of the thread in charge.
    private boolean full;
    private int sent;
    private long lastFlush;

    PublisherPump(Flow.Publisher<?> publisher, StreamOutlet outlet, StreamEnd end) {
        this.publisher = publisher;
        this.outlet = outlet;
        this.end = end;
        this.lastFlush = System.nanoTime() - BURST_NANOS;
    }

    @Override
    public void start() {
        try {
            subscribe();
        } catch (Throwable broken) {
            terminate(broken);
        }
    }

    @SuppressWarnings("unchecked") // whatever the items are, they are only written
    private void subscribe() {
        ((Flow.Publisher<Object>) publisher).subscribe(this);
    }

    @Override
    public void discard() {
        lock.lock();
        try {
            over = true;
            terminated = true;
        } finally {
            lock.unlock();
        }
        end.end(null);
        try {
            // Only a subscriber can tell a publisher that nobody wants it: this one cancels at once.
            subscribe();
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.WARNING, NOT_CANCELLED, broken);
        }
        end.release();
    }

    @Override
    public void cancel() {
        terminate(null);
    }

    // ---- what the publisher says

    @Override
    public void onSubscribe(Flow.Subscription offered) {
        Objects.requireNonNull(offered, "subscription");
        boolean wanted;
        lock.lock();
        try {
            wanted = subscription == null && !over;
            if (wanted) {
                subscription = offered;
                takeCharge();
            }
        } finally {
            lock.unlock();
        }
        if (wanted) {
            pump();
        } else {
            cancel(offered);
        }
    }

    @Override
    public void onNext(@Nullable Object item) {
        String fault = null;
        boolean leading = false;
        boolean nested = false;
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (item == null || outstanding == 0) {
                fault = item == null ? "null" : "more items than were requested";
            } else {
                outstanding--;
                waiting.add(item);
                nested = inCharge == Thread.currentThread();
                leading = takeCharge();
            }
        } finally {
            lock.unlock();
        }
        if (fault != null) {
            terminate(new IllegalStateException("The publisher has sent " + fault));
        } else if (leading) {
            pump();
        } else if (nested && !full) {
            // Within request(), where the publisher may take its time: what it has is sent meanwhile.
            full = sendWaiting() != null;
            outlet.flushSoon();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        Objects.requireNonNull(thrown, "throwable");
        signalEnd(thrown);
    }

    @Override
    public void onComplete() {
        signalEnd(null);
    }

    private void signalEnd(@Nullable Throwable cause) {
        boolean leading;
        lock.lock();
        try {
            if (over) {
                return;
            }
            over = true;
            failure = cause;
            leading = takeCharge();
        } finally {
            lock.unlock();
        }
        if (leading) {
            pump();
        }
    }

    // ---- sending

    /** Makes the calling thread the one that sends, unless another one does; called with the lock held. */
    private boolean takeCharge() {
        if (pumping) {
            return false;
        }
        pumping = true;
        inCharge = Thread.currentThread();
        return true;
    }

    /** Sends and asks for more until there is nothing to do; the calling thread is in charge. */
    private void pump() {
        int wanted;
        do {
            full = false;
            CompletionStage<Void> room = sendWaiting();
            if (room != null) {
                outlet.flush();
                goOnWithRoom(room);
                return;
            }
            wanted = next();
            request(wanted);
        } while (wanted >= 0);
    }

    /**
     * Sends what waits.
     *
     * @return null when nothing waits any more, else what completes when there is room for more
     */
    private @Nullable CompletionStage<Void> sendWaiting() {
        while (hasWaiting()) {
            CompletionStage<Void> room = outlet.room();
            if (room != TransportConnection.ROOM) {
                return room;
            }
            Object item = poll();
            if (item != null) {
                send(item);
            }
        }
        return null;
    }

    private void send(Object item) {
        try {
            outlet.item(item);
            sent++;
        } catch (Throwable unwritable) {
            terminate(unwritable);
        }
    }

    private boolean hasWaiting() {
        lock.lock();
        try {
            return !waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Object poll() {
        lock.lock();
        try {
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    /** How many items to ask for now; negative when there is nothing to do for the thread in charge, which then is so no more. */
    private int next() {
        boolean ending;
        lock.lock();
        try {
            int free = WINDOW - outstanding;
            if (!waiting.isEmpty()) {
                return 0;
            }
            if (!over && free >= REFILL) {
                outstanding += free;
                return free;
            }
            ending = over;
            // At the end the charge is kept: nobody has anything to do any more.
            pumping = ending;
            inCharge = null;
        } finally {
            lock.unlock();
        }
        if (ending) {
            terminate(failure);
        } else {
            flushSent();
        }
        return -1;
    }

    private void request(int items) {
        Flow.Subscription source = subscription;
        if (items <= 0 || source == null) {
            return;
        }
        try {
            source.request(items);
        } catch (Throwable broken) {
            terminate(broken);
        }
    }

    private void goOnWithRoom(CompletionStage<Void> room) {
        lock.lock();
        try {
            inCharge = null;
        } finally {
            lock.unlock();
        }
        room.whenComplete((any, none) -> {
            lock.lock();
            try {
                inCharge = Thread.currentThread();
            } finally {
                lock.unlock();
            }
            pump();
        });
    }

    private void flushSent() {
        long now = System.nanoTime();
        if (sent == 1 && now - lastFlush < BURST_NANOS) {
            outlet.flushSoon();
        } else if (sent > 0) {
            outlet.flush();
        }
        lastFlush = now;
        sent = 0;
    }

    // ---- the end

    /** Ends the stream, from either side; the first cause wins. */
    private void terminate(@Nullable Throwable cause) {
        Flow.Subscription source;
        lock.lock();
        try {
            if (terminated) {
                return;
            }
            terminated = true;
            // A publisher that has ended by itself needs no cancel.
            source = over ? null : subscription;
            over = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
        end.end(cause);
        if (source != null) {
            cancel(source);
        }
        end.release();
    }

    private static void cancel(Flow.Subscription source) {
        try {
            source.cancel();
        } catch (Throwable broken) {
            LOG.log(System.Logger.Level.WARNING, NOT_CANCELLED, broken);
        }
    }
}
