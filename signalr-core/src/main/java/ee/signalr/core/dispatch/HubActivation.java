// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

/**
 * One use of a hub: the instance, and the contexts that are bound to the thread for the synchronous part of a call. {@link
 * #leave} is called once, by the thread that activated; {@link #release} once after it, by any thread, when the call has
 * ended.
 */
public interface HubActivation {

    /** The hub on which to call; never null. Calls on it run interceptors. */
    Object hub();

    /** Ends the synchronous part: takes the contexts off the thread. Must not throw. */
    void leave();

    /** Gives the instance back. Must not throw. */
    void release();
}
