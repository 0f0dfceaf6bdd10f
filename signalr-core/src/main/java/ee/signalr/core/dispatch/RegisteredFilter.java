// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.spi.HubFilter;
import java.util.List;
import java.util.Objects;

/**
 * A filter of the application. Immutable.
 *
 * @param filter the filter
 * @param hubs the classes of the hubs that it is for; empty for all
 */
public record RegisteredFilter(HubFilter filter, List<Class<?>> hubs) {

    /** Takes an immutable copy. */
    public RegisteredFilter {
        Objects.requireNonNull(filter, "filter");
        hubs = List.copyOf(hubs);
    }

    boolean isFor(Class<?> hubClass) {
        return hubs.isEmpty() || hubs.contains(hubClass);
    }
}
