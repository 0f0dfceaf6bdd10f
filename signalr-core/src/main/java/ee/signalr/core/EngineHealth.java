// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an engine is at a moment.
 *
 * @param ready whether it takes connections: between its start and the beginning of its stop
 * @param live whether nothing is wrong that only another start would cure: false when the sweep over the connections has not ended for
 *     30 seconds, so that no time limit holds any more
 * @param connections how many connections there are, those that wait for their transport included, by the names of hubs and connection
 *     handlers, in their order; an immutable map, empty before the start
 */
public record EngineHealth(boolean ready, boolean live, Map<String, Integer> connections) {

    /** There is nothing wrong with an engine that has not started. */
    public static final EngineHealth NOT_STARTED = new EngineHealth(false, true, Map.of());

    /** Takes an immutable copy. */
    public EngineHealth {
        connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
    }
}
