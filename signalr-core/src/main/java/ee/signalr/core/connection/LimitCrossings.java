// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.config.Option;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how often limits have been reached. The first time of each is logged, so that somebody who wants to hurt does not fill the log
 * too. Thread-safe.
 */
public final class LimitCrossings {

    private static final System.Logger LOG = System.getLogger(LimitCrossings.class.getName());

    private final ConcurrentMap<Limit, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * A limit of an endpoint.
     *
     * @param endpoint its name
     * @param option which limit
     */
    private record Limit(String endpoint, Option<?> option) {}

    /** Makes one without any. */
    LimitCrossings() {}

    /** A limit has kept something out. */
    public void count(ConnectionEndpoint endpoint, Option<?> option) {
        Limit limit = new Limit(endpoint.name(), option);
        LongAdder known = counts.get(limit);
        if (known == null) {
            LongAdder made = new LongAdder();
            known = counts.putIfAbsent(limit, made);
            if (known == null) {
                known = made;
                LOG.log(
                        System.Logger.Level.WARNING,
                        "SIGNALR-1111: {0} has reached its limit {1}, which is {2}; later times are only counted",
                        endpoint.name(),
                        option.name(),
                        endpoint.settings().get(option));
            }
        }
        known.increment();
    }

    /** How often a limit of an endpoint has kept something out. */
    public long of(ConnectionEndpoint endpoint, Option<?> option) {
        LongAdder known = counts.get(new Limit(endpoint.name(), option));
        return known == null ? 0 : known.sum();
    }
}
