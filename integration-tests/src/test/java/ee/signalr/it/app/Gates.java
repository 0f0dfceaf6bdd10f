// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Calls that wait until another call lets them pass. Thread-safe. */
@ApplicationScoped
public class Gates {

    private final Map<String, Collection<CompletableFuture<String>>> waiting = new ConcurrentHashMap<>();

    /** Completes when somebody opens the gate. */
    public CompletionStage<String> await(String gate) {
        CompletableFuture<String> passed = new CompletableFuture<>();
        waiting.computeIfAbsent(gate, name -> new ConcurrentLinkedQueue<>()).add(passed);
        return passed;
    }

    /** Opens a gate; answers how many waited. */
    public int open(String gate) {
        Collection<CompletableFuture<String>> all = waiting.remove(gate);
        if (all == null) {
            return 0;
        }
        all.forEach(passed -> passed.complete("passed " + gate));
        return all.size();
    }

    static CompletionStage<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    static <T> CompletionStage<T> failed(Throwable failure) {
        return CompletableFuture.failedFuture(failure);
    }
}
