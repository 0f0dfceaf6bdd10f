// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.spi.HubFilter;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The filters of one hub, outermost first. Immutable and thread-safe. */
final class FilterChain {

    private final List<HubFilter> filters;
    private final HubActivator activator;

    private FilterChain(List<HubFilter> filters, HubActivator activator) {
        this.filters = filters;
        this.activator = activator;
    }

    /**
     * The filters that are for a hub; null when there are none, so that its calls cost nothing.
     *
     * @param registered the filters of the application, outermost first
     */
    static @Nullable FilterChain of(List<RegisteredFilter> registered, Class<?> hubClass, HubActivator activator) {
        List<HubFilter> own = registered.stream()
                .filter(filter -> filter.isFor(hubClass))
                .map(RegisteredFilter::filter)
                .toList();
        return own.isEmpty() ? null : new FilterChain(own, activator);
    }

    /**
     * Runs the filters and what they are around, on the calling thread as far as they wish.
     *
     * @param executor runs what a filter lets go on later
     * @return the outcome; everything that fails fails this stage
     */
    CompletionStage<@Nullable Object> run(Filtered filtered, Executor executor) {
        return new FilterRun(filters, filtered, activator, executor).start();
    }
}
