// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts ended connections by user. Thread-safe. */
@ApplicationScoped
public class Ends {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    void note(String user) {
        counts.merge(user, 1, Integer::sum);
    }

    int of(String user) {
        return counts.getOrDefault(user, 0);
    }
}
