// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A stream of so many items, the first at once and each further one a delay after the one before. Items are made when they are
 * due and asked for, and no thread waits between them. Every subscriber gets a stream of its own. Thread-safe.
 *
 * @param <T> the items
 */
public final class TimedItems<T> implements Flow.Publisher<T> {

    private final Background background;
    private final int count;
    private final Duration delay;
    private final IntFunction<? extends T> items;

    /**
     * Describes a stream.
     *
     * @param background lets the time pass
     * @param count how many items; none when it is not more than zero
     * @param delay the time after each item, also after the last
     * @param items makes an item by its number, from 0
     */
    public TimedItems(Background background, int count, Duration delay, IntFunction<? extends T> items) {
        this.background = background;
        this.count = count;
        this.delay = delay;
        this.items = items;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Run run = new Run(subscriber);
        subscriber.onSubscribe(run);
        run.step();
    }

    /** One subscriber's stream. Thread-safe. */
    private final class Run implements Flow.Subscription {

        private final Flow.Subscriber<? super T> subscriber;
        private final ReentrantLock lock = new ReentrantLock();
        private long demand;
        private int next;
        private boolean pausing; // an item is being handed over, or its delay is not over
        private boolean over;

        Run(Flow.Subscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long items) {
            if (items <= 0) {
                fail(new IllegalArgumentException("Asked for " + items + " items"));
                return;
            }
            lock.lock();
            try {
                demand = demand > Long.MAX_VALUE - items ? Long.MAX_VALUE : demand + items;
            } finally {
                lock.unlock();
            }
            step();
        }

        @Override
        public void cancel() {
            end();
        }

        /** Hands over the next item, or the end, if it is time for it. */
        void step() {
            int index;
            lock.lock();
            try {
                boolean last = next >= count;
                if (over || pausing || (demand == 0 && !last)) {
                    return;
                }
                over = last;
                pausing = !last;
                demand -= last ? 0 : 1;
                index = next++;
            } finally {
                lock.unlock();
            }
            if (index >= count) {
                subscriber.onComplete();
                return;
            }
            subscriber.onNext(items.apply(index));
            background.after(delay).whenComplete((passed, failure) -> resume(failure));
        }

        private void resume(@Nullable Throwable failure) {
            if (failure != null) {
                fail(failure);
                return;
            }
            lock.lock();
            try {
                pausing = false;
            } finally {
                lock.unlock();
            }
            step();
        }

        private void fail(Throwable failure) {
            if (end()) {
                subscriber.onError(failure);
            }
        }

        /** Whether this call has ended the stream. */
        private boolean end() {
            lock.lock();
            try {
                boolean first = !over;
                over = true;
                return first;
            } finally {
                lock.unlock();
            }
        }
    }
}
