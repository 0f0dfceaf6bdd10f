// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.core.dispatch.HubActivation;
import ee.signalr.core.dispatch.HubCaller;
import org.jspecify.annotations.Nullable;

/**
 * One call of a hub. {@link #enter} and {@link #leave} belong to the thread that runs the synchronous part, {@link #release}
 * to any; whoever hands the call to another thread publishes it safely, as the engine does.
 */
final class HubCall implements HubActivation, RunningCall {

    private final CallContexts contexts;
    private final HubBean bean;
    private final HubCaller caller;

    private @Nullable ClassLoader outerLoader;
    private @Nullable RequestScope request;
    private @Nullable ConnectionStore connection;
    private @Nullable HubLease lease;

    HubCall(CallContexts contexts, HubBean bean, HubCaller caller) {
        this.contexts = contexts;
        this.bean = bean;
        this.caller = caller;
    }

    /** Binds all contexts to the calling thread; binds nothing when it throws. */
    @Override
    public void enter() {
        contexts.current().bind(this);
        outerLoader = ClassLoaders.enter(bean.loader());
        try {
            connection = contexts.connections()
                    .enter(caller.connection(), caller.context().aborted());
            request = contexts.requests().open();
        } catch (Throwable failure) {
            leave();
            throw failure;
        }
    }

    @Override
    public void leave() {
        // The request scope first: what its beans do at their end may need the caller and the connection.
        if (request != null) {
            request.close();
            request = null;
        }
        if (connection != null) {
            connection.leave();
            connection = null;
        }
        contexts.current().unbind();
        ClassLoaders.leave(outerLoader);
    }

    /** Makes the hub at last: a filter may have answered in its place. */
    @Override
    public Object hub() {
        HubLease leased = lease;
        if (leased == null) {
            leased = bean.lease();
            lease = leased;
        }
        return leased.hub();
    }

    @Override
    public void release() {
        if (lease != null) {
            lease.end();
        }
    }

    @Override
    public Class<?> beanClass() {
        return bean.hubClass();
    }

    @Override
    public HubCaller caller() {
        return caller;
    }

    @Override
    public Class<?> hubClass() {
        return bean.hubClass();
    }

    @Override
    public @Nullable ConnectionStore connection() {
        return connection;
    }
}
