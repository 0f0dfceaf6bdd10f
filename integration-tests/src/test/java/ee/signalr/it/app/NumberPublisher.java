// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes 0, 1, 2 … as they are asked for, on the thread that asks. Immutable. */
final class NumberPublisher implements Publisher<Integer> {

    private final int count;
    private final Runnable cancelled;
    private final End end;

    /** What comes after the last number. */
    interface End {

        /** Completes, fails, or does nothing, so that only a cancel ends the stream. */
        void reach(Subscriber<? super Integer> subscriber);
    }

    NumberPublisher(int count, End end, Runnable cancelled) {
        this.count = count;
        this.end = end;
        this.cancelled = cancelled;
    }

    /** Numbers and a completion. */
    static NumberPublisher of(int count) {
        return new NumberPublisher(count, Subscriber::onComplete, () -> {});
    }

    /** Numbers and a failure. */
    static NumberPublisher failing(int count, Throwable failure) {
        return new NumberPublisher(count, subscriber -> subscriber.onError(failure), () -> {});
    }

    /** Numbers and silence. */
    static NumberPublisher waiting(int count, Runnable cancelled) {
        return new NumberPublisher(count, subscriber -> {}, cancelled);
    }

    @Override
    public void subscribe(Subscriber<? super Integer> subscriber) {
        Numbers numbers = new Numbers(subscriber);
        subscriber.onSubscribe(numbers);
        if (count == 0) {
            numbers.reachEnd();
        }
    }

    private final class Numbers implements Subscription {

        private final Subscriber<? super Integer> subscriber;
        private final AtomicLong asked = new AtomicLong();
        private volatile boolean done;
        private int next;

        Numbers(Subscriber<? super Integer> subscriber) {
            this.subscriber = subscriber;
        }

        /** Only who finds nothing asked for publishes; whoever asks meanwhile leaves it to that one. */
        @Override
        public void request(long more) {
            if (asked.getAndAccumulate(more, Numbers::sum) == 0) {
                do {
                    publish();
                } while (!done && asked.decrementAndGet() > 0);
            }
        }

        private static long sum(long one, long other) {
            return one + other < 0 ? Long.MAX_VALUE : one + other;
        }

        private void publish() {
            if (!done && next < count) {
                subscriber.onNext(next++);
                if (next == count) {
                    reachEnd();
                }
            }
        }

        private void reachEnd() {
            if (!done) {
                done = true;
                end.reach(subscriber);
            }
        }

        @Override
        public void cancel() {
            done = true;
            cancelled.run();
        }
    }
}
