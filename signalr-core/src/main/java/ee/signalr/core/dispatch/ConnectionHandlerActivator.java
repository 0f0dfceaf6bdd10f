// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.ConnectionContext;

/** Where the engine gets connection handlers from, as hubs from a {@link HubActivator}. Thread-safe. */
public interface ConnectionHandlerActivator {

    /**
     * Binds what a callback needs to the calling thread and gives a handler. What it throws fails the callback.
     *
     * @param handlerClass the class of the handler, as in its {@link ConnectionHandlerDefinition}
     * @param connection whose callback it is
     */
    ConnectionHandlerActivation activate(Class<?> handlerClass, ConnectionContext connection);

    /** The connection has ended and its last callback has run: what was kept for it can go. Called once per connection. */
    void ended(ConnectionContext connection);
}
