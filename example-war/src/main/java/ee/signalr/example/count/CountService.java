// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.count;

import ee.signalr.ClientProxy;
import ee.signalr.example.Background;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts from 0 to 10, a number a second. At most one run is under way: whoever asks meanwhile joins it, so that everybody
 * sees one sequence and nobody two that are mixed. Thread-safe, and no thread waits between two numbers.
 */
@ApplicationScoped
class CountService {

    static final int LAST = 10;
    static final Duration TICK = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable CompletableFuture<Void>> running = new AtomicReference<>();

    @Inject
    private Background background;

    /** For the container, which injects the rest. */
    CountService() {}

    CountService(Background background) {
        this.background = background;
    }

    /**
     * Starts a run, or joins the one that is under way (whose audience stays what it is).
     *
     * @param audience gets {@code ReceiveUpdate(0)} at once, the next number every second, and {@code Finished} a second
     *     after the last
     * @return done when the run has finished; never null
     */
    CompletionStage<Void> count(ClientProxy audience) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> other = running.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        CompletableFuture.<@Nullable Void>completedFuture(null)
                .thenCompose(start -> step(audience, 0))
                .thenRun(() -> finish(audience, mine))
                .whenComplete((finished, failure) -> end(mine, failure));
        return mine;
    }

    private CompletionStage<Void> step(ClientProxy audience, int number) {
        audience.send("ReceiveUpdate", number);
        CompletionStage<Void> tick = background.after(TICK);
        return number == LAST ? tick : tick.thenCompose(over -> step(audience, number + 1));
    }

    private void finish(ClientProxy audience, CompletableFuture<Void> run) {
        // before anybody hears of the end: who submits at once then starts a new run instead of joining this one
        running.compareAndSet(run, null);
        audience.send("Finished");
    }

    private void end(CompletableFuture<Void> run, @Nullable Throwable failure) {
        running.compareAndSet(run, null);
        if (failure == null) {
            run.complete(null);
        } else {
            run.completeExceptionally(failure);
        }
    }
}
