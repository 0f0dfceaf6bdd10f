// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import ee.signalr.HubException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives the items of an upload to a subscriber as it asks for them. Thread-safe: one task at a time calls the subscriber, on the
 * executor.
 */
final class UploadSubscription implements Flow.Subscription, Runnable {

    private static final System.Logger LOG = System.getLogger(UploadSubscription.class.getName());

    /** After so many items a stream lets others have the thread. */
    private static final int FAIR_SHARE = 64;

    private final Upload upload;
    private final Executor executor;
    private final Flow.Subscriber<? super Object> subscriber;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicBoolean scheduled = new AtomicBoolean(true);
    private volatile boolean over;
    private volatile @Nullable Throwable fault;

    UploadSubscription(Upload upload, Executor executor, Flow.Subscriber<? super Object> subscriber) {
        this.upload = upload;
        this.executor = executor;
        this.subscriber = subscriber;
    }

    /** Tells the subscriber, and begins. */
    void begin() {
        upload.listen(this::schedule);
        try {
            subscriber.onSubscribe(this);
        } finally {
            // Only now: no other signal comes before onSubscribe has returned.
            pause();
        }
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            fault = new IllegalArgumentException("A subscriber requests at least one item, not " + count);
        } else {
            demand.accumulateAndGet(count, (known, more) -> known + more < 0 ? Long.MAX_VALUE : known + more);
        }
        schedule();
    }

    @Override
    public void cancel() {
        over = true;
        upload.discard();
    }

    private void schedule() {
        if (over || !hasWork() || !scheduled.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this);
        } catch (RuntimeException | Error refused) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for a stream of a client", refused);
        }
    }

    private boolean hasWork() {
        return fault != null
                || switch (upload.state()) {
                    case ITEM -> demand.get() > 0;
                    case NOTHING_YET -> false;
                    case ENDED -> true;
                };
    }

    @Override
    public void run() {
        try {
            for (int i = 0; i < FAIR_SHARE && !over && hasWork(); i++) {
                step();
            }
        } catch (Throwable broken) {
            // By the rules of reactive streams a subscriber that throws has cancelled.
            LOG.log(System.Logger.Level.WARNING, "SIGNALR-1053: a subscriber of a client's stream failed", broken);
            cancel();
        }
        pause();
    }

    /** Takes the claim back, and looks again for what has come meanwhile. */
    private void pause() {
        scheduled.set(false);
        schedule();
    }

    private void step() {
        Throwable misuse = fault;
        if (misuse != null) {
            cancel();
            subscriber.onError(misuse);
        } else if (upload.state() == Upload.State.ITEM) {
            deliver();
        } else {
            over = true;
            Throwable failure = upload.failure();
            if (failure == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(failure);
            }
        }
    }

    private void deliver() {
        Object item;
        try {
            item = upload.take();
        } catch (RuntimeException | Error unbindable) {
            over = true;
            subscriber.onError(unbindable);
            return;
        }
        if (item == null) {
            cancel();
            // a publisher cannot give null, no more than the reference's reader of numbers can
            subscriber.onError(new HubException("Failed to bind Stream message."));
            return;
        }
        if (demand.get() != Long.MAX_VALUE) {
            demand.decrementAndGet();
        }
        subscriber.onNext(item);
    }
}
