// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubFilterContext;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What filters run around: a call, or a callback of a connection's life. Thread-safe unless a subclass says otherwise. */
abstract class Filtered implements HubFilterContext {

    private final HubDefinition definition;
    private final HubCaller who;

    Filtered(HubDefinition definition, HubCaller who) {
        this.definition = definition;
        this.who = who;
    }

    /** Runs a filter around the rest; what it throws comes out. */
    abstract @Nullable CompletionStage<?> apply(HubFilter filter, HubFilter.Next next) throws Exception;

    /**
     * Does what the filters are around, on the thread to which the contexts are bound.
     *
     * @param contexts gives the hub; not left and not released here
     * @return what the hub returned, a stage maybe
     */
    abstract @Nullable Object proceed(HubActivation contexts) throws Throwable;

    /** Who is calling; never null. */
    final HubCaller who() {
        return who;
    }

    @Override
    public final HubCallerContext caller() {
        return who.context();
    }

    @Override
    public final HubCallerClients clients() {
        return who.clients();
    }

    @Override
    public final Class<?> hubClass() {
        return definition.hubClass();
    }

    @Override
    public final String hubName() {
        return definition.name();
    }
}
