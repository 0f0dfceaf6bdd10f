// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The container's own executor, whose threads carry the class loader of the application. Thread-safe. */
@ApplicationScoped
class ManagedBackground implements Background {

    @Resource
    private ManagedScheduledExecutorService executor;

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @Override
    public CompletionStage<Void> after(Duration delay) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        try {
            executor.schedule(() -> over.complete(null), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            over.completeExceptionally(stopping);
        }
        return over;
    }
}
