// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.spi.HubFilter;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The filters of one hub, outermost first. Immutable and thread-safe. */
public final class FilterChain {

    private final List<HubFilter> filters;
    private final HubActivator activator;
    private final Executor executor;

    private FilterChain(List<HubFilter> filters, HubActivator activator, Executor executor) {
        this.filters = filters;
        this.activator = activator;
        this.executor = executor;
    }

    /**
     * The filters that are for a hub; null when there are none, so that its calls cost nothing.
     *
     * @param registered the filters of the application, outermost first
     * @param executor runs what a filter lets go on later
     */
    public static @Nullable FilterChain of(
            List<RegisteredFilter> registered, Class<?> hubClass, HubActivator activator, Executor executor) {
        List<HubFilter> own = registered.stream()
                .filter(filter -> filter.isFor(hubClass))
                .map(RegisteredFilter::filter)
                .toList();
        return own.isEmpty() ? null : new FilterChain(own, activator, executor);
    }

    /**
     * Runs the filters and what they are around, on the calling thread as far as they wish. The hub is given back when its
     * method has ended.
     *
     * @return the outcome; everything that fails fails this stage
     */
    CompletionStage<@Nullable Object> run(Filtered filtered) {
        return new FilterRun(this, filtered, false).start();
    }

    /** Prepares a call whose hub is kept until the run is released, because its stream is read then. */
    FilterRun keeping(Filtered filtered) {
        return new FilterRun(this, filtered, true);
    }

    List<HubFilter> filters() {
        return filters;
    }

    HubActivator activator() {
        return activator;
    }

    Executor executor() {
        return executor;
    }
}
