// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/** Takes what is published, one item after another. Its methods are called by the publisher alone. */
final class Taker<T> implements Subscriber<T> {

    private final List<T> items = new ArrayList<>();
    private final CompletableFuture<List<T>> all = new CompletableFuture<>();
    private final Consumer<T> each;
    private Subscription subscription;

    private Taker(Consumer<T> each) {
        this.each = each;
    }

    /** All items once the stream has ended, or its failure. */
    static <T> CompletionStage<List<T>> all(Publisher<T> publisher) {
        return all(publisher, item -> {});
    }

    /** The same, and {@code each} is told every item as it comes. */
    static <T> CompletionStage<List<T>> all(Publisher<T> publisher, Consumer<T> each) {
        Taker<T> taker = new Taker<>(each);
        publisher.subscribe(taker);
        return taker.all;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        subscription.request(1);
    }

    @Override
    public void onNext(T item) {
        items.add(item);
        each.accept(item);
        subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        all.complete(List.copyOf(items));
    }
}
