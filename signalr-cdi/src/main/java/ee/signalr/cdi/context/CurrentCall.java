// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.core.dispatch.HubCaller;
import org.jspecify.annotations.Nullable;

/**
 * What is running on the calling thread, the call of a hub or the callback of a connection handler: its synchronous part, not the continuations of a stage that it has
 * returned. One per application; thread-safe.
 */
public final class CurrentCall {

    private final ThreadLocal<@Nullable RunningCall> bound = new ThreadLocal<>();

    /** Makes one that is bound to no thread. */
    public CurrentCall() {}

    /** Who is calling; null when no call of a hub is running. */
    public @Nullable HubCaller caller() {
        RunningCall call = bound.get();
        return call == null ? null : call.caller();
    }

    /** The hub that is called; null when no call of a hub is running. */
    public @Nullable Class<?> hubClass() {
        RunningCall call = bound.get();
        return call == null ? null : call.hubClass();
    }

    @Nullable
    RunningCall get() {
        return bound.get();
    }

    /**
     * Binds a call to the calling thread.
     *
     * @throws IllegalStateException when there is one already: its contexts would become the other's
     */
    void bind(RunningCall call) {
        if (bound.get() != null) {
            throw Messages.nestedCall(call.beanClass());
        }
        bound.set(call);
    }

    void unbind() {
        bound.remove();
    }
}
