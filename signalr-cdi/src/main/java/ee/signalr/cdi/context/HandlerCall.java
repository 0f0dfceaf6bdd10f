// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.ConnectionContext;
import ee.signalr.ConnectionHandler;
import ee.signalr.core.dispatch.ConnectionHandlerActivation;
import ee.signalr.core.dispatch.HubCaller;
import org.jspecify.annotations.Nullable;

/** The synchronous part of one callback of a connection handler. Confined to the thread that runs it. */
final class HandlerCall implements ConnectionHandlerActivation, RunningCall {

    private final CallContexts contexts;
    private final HubBean bean;
    private final ConnectionContext context;

    private @Nullable ClassLoader outerLoader;
    private @Nullable RequestScope request;
    private @Nullable ConnectionStore connection;

    HandlerCall(CallContexts contexts, HubBean bean, ConnectionContext context) {
        this.contexts = contexts;
        this.bean = bean;
        this.context = context;
    }

    /** Binds all contexts to the calling thread; binds nothing when it throws. */
    void enter() {
        contexts.current().bind(this);
        outerLoader = ClassLoaders.enter(bean.loader());
        try {
            connection = contexts.connections().enter(context, context.aborted());
            request = contexts.requests().open();
        } catch (Throwable failure) {
            leave();
            throw failure;
        }
    }

    @Override
    public ConnectionHandler handler() {
        // Both scopes that handlers can have give a proxy, which nobody needs to release.
        return (ConnectionHandler) bean.lease().hub();
    }

    @Override
    public void leave() {
        // The request scope first: what its beans do at their end may need the connection.
        if (request != null) {
            request.close();
        }
        if (connection != null) {
            connection.leave();
        }
        contexts.current().unbind();
        ClassLoaders.leave(outerLoader);
    }

    @Override
    public Class<?> beanClass() {
        return bean.hubClass();
    }

    @Override
    public @Nullable HubCaller caller() {
        return null;
    }

    @Override
    public @Nullable Class<?> hubClass() {
        return null;
    }

    @Override
    public @Nullable ConnectionStore connection() {
        return connection;
    }
}
