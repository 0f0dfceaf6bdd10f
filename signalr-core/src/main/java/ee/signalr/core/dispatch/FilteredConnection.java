// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.Disconnection;
import ee.signalr.spi.HubFilter;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The beginning or the end of a connection, as filters see it. Immutable. */
final class FilteredConnection extends Filtered {

    /** What filters run around. */
    interface Callback {

        @Nullable
        Object call(HubActivation contexts) throws Throwable;
    }

    private final @Nullable Disconnection disconnection;
    private final Callback callback;

    /**
     * Makes it.
     *
     * @param disconnection why the connection has ended; null when it begins
     */
    FilteredConnection(
            HubDefinition definition, HubCaller who, @Nullable Disconnection disconnection, Callback callback) {
        super(definition, who);
        this.disconnection = disconnection;
        this.callback = callback;
    }

    @Override
    CompletionStage<?> apply(HubFilter filter, HubFilter.Next next) throws Exception {
        return disconnection == null ? filter.connected(this, next) : filter.disconnected(this, disconnection, next);
    }

    @Override
    @Nullable
    Object proceed(HubActivation contexts) throws Throwable {
        return callback.call(contexts);
    }
}
