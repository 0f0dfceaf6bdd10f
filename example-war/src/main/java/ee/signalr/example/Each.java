// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does something with each item of a stream, one after the other: the next item is asked for when the last one is done with, so
 * a slow action slows down who sends.
 *
 * @param <T> the items
 */
public final class Each<T> implements Flow.Subscriber<T> {

    private final Function<? super T, ? extends CompletionStage<?>> action;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;

    private Each(Function<? super T, ? extends CompletionStage<?>> action) {
        this.action = action;
    }

    /**
     * Subscribes to a stream.
     *
     * @param items the stream
     * @param action what to do with an item; the stage that it returns completes when it is done with
     * @return completes with the stream, and fails when the stream or an action fails; never null
     */
    public static <T> CompletionStage<Void> of(
            Flow.Publisher<T> items, Function<? super T, ? extends CompletionStage<?>> action) {
        Each<T> each = new Each<>(action);
        items.subscribe(each);
        return each.end;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(T item) {
        try {
            action.apply(item).whenComplete((done, failure) -> proceed(failure));
        } catch (RuntimeException failure) {
            proceed(failure);
        }
    }

    private void proceed(@Nullable Throwable failure) {
        Flow.Subscription known = subscription;
        if (known == null) {
            return;
        }
        if (failure == null) {
            known.request(1);
        } else {
            known.cancel();
            end.completeExceptionally(failure);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
