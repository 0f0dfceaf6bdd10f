// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of streams, by names that their clients chose, so that another connection can ask. Thread-safe. */
@ApplicationScoped
public class Fates {

    private final Map<String, String> fates = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    /** The latest is the one that is told. */
    public void note(String name, String fate) {
        fates.put(name, fate);
    }

    /** The latest that was noted, or null. */
    public String of(String name) {
        return fates.get(name);
    }

    /** Counts one more. */
    public int count(String name) {
        return counter(name).incrementAndGet();
    }

    /** How many were counted. */
    public int counted(String name) {
        return counter(name).get();
    }

    private AtomicInteger counter(String name) {
        return counts.computeIfAbsent(name, key -> new AtomicInteger());
    }
}
