// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What filters, interceptors and the hub did for each connection, in order. Thread-safe. */
@ApplicationScoped
public class Trail {

    private final Map<String, List<String>> steps = new ConcurrentHashMap<>();

    /** One step more. */
    public void add(String connectionId, String step) {
        steps.computeIfAbsent(connectionId, id -> new CopyOnWriteArrayList<>()).add(step);
    }

    /** All steps. */
    public List<String> of(String connectionId) {
        return List.copyOf(steps.getOrDefault(connectionId, List.of()));
    }
}
