// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.ConnectionContext;
import ee.signalr.core.dispatch.ConnectionHandlerActivation;
import ee.signalr.core.dispatch.ConnectionHandlerActivator;
import java.util.Map;

/**
 * Gets connection handlers from CDI, with the request scope, the connection scope and the class loader bound to the thread for the
 * synchronous part of a callback. Thread-safe.
 *
 * @param handlers the beans by their classes
 * @param contexts what is bound
 */
record CdiConnectionHandlerActivator(Map<Class<?>, HubBean> handlers, CallContexts contexts)
        implements ConnectionHandlerActivator {

    @Override
    public ConnectionHandlerActivation activate(Class<?> handlerClass, ConnectionContext connection) {
        HubBean bean = handlers.get(handlerClass);
        if (bean == null) {
            throw new IllegalArgumentException(
                    handlerClass.getName() + " is not a connection handler of this application");
        }
        HandlerCall call = new HandlerCall(contexts, bean, connection);
        call.enter();
        return call;
    }

    @Override
    public void ended(ConnectionContext connection) {
        contexts.connections().end(connection);
    }
}
