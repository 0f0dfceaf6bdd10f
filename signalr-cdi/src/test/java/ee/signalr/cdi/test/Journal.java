// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.test;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened in an application, and a gate at which its hubs can wait. Thread-safe. */
@ApplicationScoped
public class Journal {

    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> gate = new CompletableFuture<>();

    /** Writes down. */
    public void add(String entry) {
        entries.add(entry);
    }

    /** Everything so far. */
    public List<String> entries() {
        return List.copyOf(entries);
    }

    /** Everything so far and from now on, also when the application has ended. */
    public List<String> live() {
        return entries;
    }

    /** Waits until something has been written down. */
    public void awaitEntry(String entry) {
        await().atMost(Duration.ofSeconds(10)).until(() -> entries.contains(entry));
    }

    /** Completes when the test opens it. */
    public CompletableFuture<String> gate() {
        return gate;
    }
}
