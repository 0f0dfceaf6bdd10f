// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives {@code 0} when it is asked, and never ends. Thread-safe. */
final class OneItem implements Subscription {

    private final Subscriber<? super Integer> subscriber;
    private final AtomicBoolean given = new AtomicBoolean();

    OneItem(Subscriber<? super Integer> subscriber) {
        this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
        if (given.compareAndSet(false, true)) {
            subscriber.onNext(0);
        }
    }

    @Override
    public void cancel() {
        given.set(true);
    }
}
