// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.core.dispatch.HubCaller;
import org.jspecify.annotations.Nullable;

/**
 * The hub call that is running on the calling thread: its synchronous part, not the continuations of a stage that it has
 * returned. One per application; thread-safe.
 */
public final class CurrentCall {

    private final ThreadLocal<@Nullable HubCall> bound = new ThreadLocal<>();

    /** Makes one that is bound to no thread. */
    public CurrentCall() {}

    /** Who is calling; null when no call is running. */
    public @Nullable HubCaller caller() {
        HubCall call = bound.get();
        return call == null ? null : call.caller();
    }

    /** The hub that is called; null when no call is running. */
    public @Nullable Class<?> hubClass() {
        HubCall call = bound.get();
        return call == null ? null : call.hubClass();
    }

    @Nullable
    HubCall get() {
        return bound.get();
    }

    /**
     * Binds a call to the calling thread.
     *
     * @throws IllegalStateException when there is one already: its contexts would become the other's
     */
    void bind(HubCall call) {
        if (bound.get() != null) {
            throw Messages.nestedCall(call.hubClass());
        }
        bound.set(call);
    }

    void unbind() {
        bound.remove();
    }
}
