// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many of something each of many has, and may have. Keeps no entry for whoever has none. Thread-safe. */
final class Quota {

    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    /** One more for somebody; false, and nothing is counted, when that would be more than the limit. */
    boolean take(String who, int limit) {
        boolean[] taken = {false};
        counts.compute(who, (key, present) -> {
            int count = present == null ? 0 : present;
            taken[0] = count < limit;
            return taken[0] ? Integer.valueOf(count + 1) : present;
        });
        return taken[0];
    }

    /** One less for somebody who has one. */
    void giveBack(String who) {
        counts.computeIfPresent(who, (key, count) -> count == 1 ? null : count - 1);
    }

    /** How many have any. */
    int size() {
        return counts.size();
    }
}
