// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.spi.HubFilter;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the filters. It goes on where a filter lets it: within the filter's synchronous part on the same
 * thread and with the same contexts, otherwise on the executor with new ones. Each filter lets it go on once, so that only one
 * thread at a time moves it.
 *
 * <p>A run that keeps its hub stands for the contexts in which the call went on last, to read a stream with.
 */
final class FilterRun implements HubActivation {

    private final FilterChain chain;
    private final Filtered filtered;
    private final boolean keeping;
    private final Queue<Segment> kept = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Segment last;
    private volatile boolean released;

    FilterRun(FilterChain chain, Filtered filtered, boolean keeping) {
        this.chain = chain;
        this.filtered = filtered;
        this.keeping = keeping;
    }

    CompletionStage<@Nullable Object> start() {
        return enter(0);
    }

    /** Goes on from a filter with contexts of its own on this thread. */
    private CompletionStage<@Nullable Object> enter(int position) {
        Segment segment;
        try {
            segment = new Segment(chain.activator().activate(filtered.hubClass(), filtered.who()));
        } catch (Throwable failure) {
            return CompletableFuture.failedStage(failure);
        }
        last = segment;
        if (keeping) {
            keep(segment);
        }
        return segment.run(position);
    }

    private void keep(Segment segment) {
        kept.add(segment);
        // After it is there: whoever released may have looked before.
        if (released && kept.remove(segment)) {
            segment.drop();
        }
    }

    @Override
    public Object hub() {
        return contexts().hub();
    }

    @Override
    public void enter() {
        contexts().enter();
    }

    @Override
    public void leave() {
        contexts().leave();
    }

    private HubActivation contexts() {
        Segment segment = last;
        if (segment == null) {
            throw new IllegalStateException("The call has not begun");
        }
        return segment.contexts;
    }

    @Override
    public void release() {
        released = true;
        for (Segment segment = kept.poll(); segment != null; segment = kept.poll()) {
            segment.drop();
        }
    }

    /** Goes on from a filter on the executor. */
    private CompletableFuture<@Nullable Object> enterLater(int position) {
        CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
        try {
            chain.executor().execute(() -> relay(enter(position), outcome));
        } catch (RuntimeException | Error refused) {
            outcome.completeExceptionally(refused);
        }
        return outcome;
    }

    /** Completes a future as a stage completes, with the failure itself in place of what wraps it. */
    private static <T> CompletableFuture<T> relay(CompletionStage<T> stage, CompletableFuture<T> outcome) {
        stage.whenComplete((result, failure) -> {
            if (failure == null) {
                outcome.complete(result);
            } else {
                outcome.completeExceptionally(ErrorMessages.unwrap(failure));
            }
        });
        return outcome;
    }

    /** What runs on one thread with one set of contexts. Its state belongs to that thread, but for the thread itself. */
    private final class Segment {

        private final HubActivation contexts;
        /** Null when the synchronous part has ended. Only this very thread ever finds itself here. */
        private volatile @Nullable Thread thread = Thread.currentThread();

        /** The thread itself, and whoever keeps the hub for longer. */
        private final AtomicInteger users = new AtomicInteger(keeping ? 2 : 1);

        private @Nullable CompletionStage<?> running;

        Segment(HubActivation contexts) {
            this.contexts = contexts;
        }

        CompletionStage<@Nullable Object> run(int position) {
            try {
                return step(position);
            } finally {
                thread = null;
                contexts.leave();
                drop();
            }
        }

        /** One user less; without any the hub is given back. */
        void drop() {
            if (users.decrementAndGet() > 0) {
                return;
            }
            CompletionStage<?> stage = running;
            if (stage == null) {
                contexts.release();
            } else {
                // The hub stays until its own stage has ended, even when a filter gives up waiting.
                stage.whenComplete((any, failure) -> contexts.release());
            }
        }

        boolean isHere() {
            return thread == Thread.currentThread();
        }

        @SuppressWarnings("unchecked") // a result is an object, whatever the filter calls it
        CompletionStage<@Nullable Object> step(int position) {
            try {
                if (position == chain.filters().size()) {
                    return target();
                }
                HubFilter filter = chain.filters().get(position);
                CompletionStage<?> outcome = filtered.apply(filter, new Step(this, position + 1));
                if (outcome == null) {
                    throw new NullPointerException("SIGNALR-1081: filter "
                            + filter.getClass().getName() + " has returned null in place of a stage");
                }
                return (CompletionStage<@Nullable Object>) outcome;
            } catch (Throwable failure) {
                return CompletableFuture.failedStage(failure);
            }
        }

        @SuppressWarnings("unchecked") // as above
        private CompletionStage<@Nullable Object> target() throws Throwable {
            Object result = filtered.proceed(contexts);
            if (result instanceof CompletionStage<?> stage) {
                running = stage;
                return (CompletionStage<@Nullable Object>) stage;
            }
            return CompletableFuture.completedStage(result);
        }
    }

    /** Lets a call go on after a filter. */
    private final class Step implements HubFilter.Next {

        private final Segment segment;
        private final int position;
        private final AtomicBoolean proceeded = new AtomicBoolean();

        Step(Segment segment, int position) {
            this.segment = segment;
            this.position = position;
        }

        @Override
        public CompletionStage<@Nullable Object> proceed() {
            if (!proceeded.compareAndSet(false, true)) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException("SIGNALR-1080: a filter has let the same call go on twice"));
            }
            // A future of the filter's own: it may complete it, with a time-out say, and nobody else is misled.
            return segment.isHere() ? relay(segment.step(position), new CompletableFuture<>()) : enterLater(position);
        }
    }
}
