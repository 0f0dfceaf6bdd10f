// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.core.dispatch.HubActivation;
import ee.signalr.core.dispatch.HubActivator;
import ee.signalr.core.dispatch.HubCaller;
import ee.signalr.spi.UserIdProvider;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gets hubs from CDI, with the request scope, the connection scope, the class loader and the caller bound to the thread for the
 * synchronous part of a call. What CDI takes long to find is found once. Thread-safe.
 */
public final class CdiHubActivator implements HubActivator {

    private final Map<Class<?>, HubBean> hubs;
    private final CallContexts contexts;
    private final ClassLoader loader;

    private CdiHubActivator(Map<Class<?>, HubBean> hubs, CallContexts contexts, ClassLoader loader) {
        this.hubs = Map.copyOf(hubs);
        this.contexts = contexts;
        this.loader = loader;
    }

    /**
     * Makes the activator of an application that has been deployed.
     *
     * @param beans its beans
     * @param current where running calls are noted
     * @param deploying the class loader of the deploying thread; null when it has none
     */
    public static CdiHubActivator create(
            BeanManager manager, HubBeans beans, CurrentCall current, @Nullable ClassLoader deploying) {
        Map<Class<?>, HubBean> hubs = new HashMap<>();
        for (Bean<?> hub : beans.hubs()) {
            ClassLoader loader = ClassLoaders.of(hub.getBeanClass(), deploying);
            hubs.put(hub.getBeanClass(), HubBean.of(manager, hub, loader));
        }
        ClassLoader application = ClassLoaders.of(beans.hubs().get(0).getBeanClass(), deploying);
        Instance<RequestContextController> controllers =
                manager.createInstance().select(RequestContextController.class);
        LeftOverRequest leftOver = new LeftOverRequest(manager, beans.requestScoped());
        CallContexts contexts = new CallContexts(
                current,
                new RequestScopes(controllers::get, leftOver),
                new ConnectionStores(beans.usesConnectionScope(), application));
        return new CdiHubActivator(hubs, contexts, application);
    }

    /** The provider, asked with the class loader of the application and a request scope in place. */
    public UserIdProvider withContexts(UserIdProvider provider) {
        return new ContextualUserIds(provider, contexts.requests(), loader);
    }

    @Override
    public HubActivation activate(Class<?> hubClass, HubCaller caller) {
        HubBean bean = hubs.get(hubClass);
        if (bean == null) {
            throw new IllegalArgumentException(hubClass.getName() + " is not a hub of this application");
        }
        HubCall call = new HubCall(contexts, bean, caller);
        call.enter();
        return call;
    }

    @Override
    public void ended(HubCaller caller) {
        contexts.connections().end(caller);
    }

    /** The application ends: destroys what is kept for connections that have not ended. Never throws. */
    public void close() {
        contexts.connections().endAll();
    }
}
