// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Counts the items of a stream, as fast as they come. For one stream. */
final class ItemCount implements Flow.Subscriber<String> {

    private final CompletableFuture<Integer> result = new CompletableFuture<>();
    private int count;

    /** How many items there were; fails when the stream fails. */
    CompletionStage<Integer> result() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {
        count++;
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(count);
    }
}
