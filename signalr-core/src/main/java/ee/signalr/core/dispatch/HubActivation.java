// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.core.streaming.SynchronousPart;

/**
 * One use of a hub: the instance, and the contexts that are bound to the thread for the synchronous part of a call. They are
 * bound when it is made; {@link #leave} is called by the thread that activated, and then, for each pull of a stream, {@link
 * #enter} and {@link #leave}; {@link #release} is called once after all of them, by any thread, when the call has ended.
 * Where a call ends before it reaches the hub, no hub is asked for.
 */
public interface HubActivation extends SynchronousPart {

    /** The hub on which to call, the same each time; never null. Calls on it run interceptors. What it throws fails the call. */
    Object hub();

    /** Gives the instance back. Must not throw. */
    void release();
}
