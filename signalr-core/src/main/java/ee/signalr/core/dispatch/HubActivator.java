// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

/**
 * Where the engine gets hubs from. It exists so that the engine does not know the container. Thread-safe.
 */
public interface HubActivator {

    /**
     * Binds what a call needs to the calling thread and gives a hub. What it throws fails the call.
     *
     * @param hubClass the class of the hub, as in its {@link HubDefinition}
     * @param caller who is calling
     */
    HubActivation activate(Class<?> hubClass, HubCaller caller);

    /** The connection has ended and its last callback has run: what was kept for it can go. Called once per connection. */
    void ended(HubCaller caller);
}
