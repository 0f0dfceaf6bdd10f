// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** An upload as a publisher with one subscriber, who is called on the executor. Thread-safe. */
final class UploadPublisher implements Flow.Publisher<Object> {

    private final Upload upload;
    private final Executor executor;
    private final AtomicBoolean subscribed = new AtomicBoolean();

    UploadPublisher(Upload upload, Executor executor) {
        this.upload = upload;
        this.executor = executor;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Object> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        if (subscribed.compareAndSet(false, true)) {
            new UploadSubscription(upload, executor, subscriber).begin();
        } else {
            subscriber.onSubscribe(new Nothing());
            subscriber.onError(new IllegalStateException("SIGNALR-1055: a stream of a client has one subscriber"));
        }
    }

    /** The subscription of whoever comes too late. */
    private static final class Nothing implements Flow.Subscription {

        @Override
        public void request(long count) {
            // There is nothing.
        }

        @Override
        public void cancel() {
            // There is nothing.
        }
    }
}
