// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.ConnectionHandler;

/**
 * One use of a connection handler: the instance, and the contexts that are bound to the thread for the synchronous part of a
 * callback. {@link #leave} is called once, by the thread that activated.
 */
public interface ConnectionHandlerActivation {

    /** The handler to call; never null. Calls on it run interceptors. */
    ConnectionHandler handler();

    /** Ends the synchronous part: takes the contexts off the thread. Must not throw. */
    void leave();
}
