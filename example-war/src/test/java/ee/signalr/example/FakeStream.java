// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A stream of one subscriber whose items come when the test says so. Not thread-safe. */
public final class FakeStream<T> implements Flow.Publisher<T>, Flow.Subscription {

    private Flow.@Nullable Subscriber<? super T> subscriber;
    private long requested;
    private boolean cancelled;

    @Override
    public void subscribe(Flow.Subscriber<? super T> given) {
        subscriber = given;
        given.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        requested = requested > Long.MAX_VALUE - count ? Long.MAX_VALUE : requested + count;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    /** Sends an item that has been asked for. */
    public FakeStream<T> next(T item) {
        if (requested == 0) {
            throw new AssertionError("Nobody asked for " + item);
        }
        requested--;
        known().onNext(item);
        return this;
    }

    public void complete() {
        known().onComplete();
    }

    public void fail(Throwable failure) {
        known().onError(failure);
    }

    /** How many items are asked for that have not come. */
    public long requested() {
        return requested;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    private Flow.Subscriber<? super T> known() {
        Flow.Subscriber<? super T> given = subscriber;
        if (given == null) {
            throw new AssertionError("Nobody subscribed");
        }
        return given;
    }
}
