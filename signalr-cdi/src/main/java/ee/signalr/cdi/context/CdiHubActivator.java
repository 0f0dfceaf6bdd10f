// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.core.dispatch.ConnectionHandlerActivator;
import ee.signalr.core.dispatch.HubActivation;
import ee.signalr.core.dispatch.HubActivator;
import ee.signalr.core.dispatch.HubCaller;
import ee.signalr.spi.UserIdProvider;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gets hubs from CDI, with the request scope, the connection scope, the class loader and the caller bound to the thread for the
 * synchronous part of a call. What CDI takes long to find is found once. Thread-safe.
 */
public final class CdiHubActivator implements HubActivator {

    private final Map<Class<?>, HubBean> hubs;
    private final Map<Class<?>, HubBean> handlers;
    private final CallContexts contexts;
    private final ClassLoader loader;

    private CdiHubActivator(
            Map<Class<?>, HubBean> hubs, Map<Class<?>, HubBean> handlers, CallContexts contexts, ClassLoader loader) {
        this.hubs = Map.copyOf(hubs);
        this.handlers = Map.copyOf(handlers);
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
        ClassLoader application = ClassLoaders.of(beans.anyClass(), deploying);
        Instance<RequestContextController> controllers =
                manager.createInstance().select(RequestContextController.class);
        LeftOverRequest leftOver = new LeftOverRequest(manager, beans.requestScoped());
        CallContexts contexts = new CallContexts(
                current,
                new RequestScopes(controllers::get, leftOver),
                new ConnectionStores(beans.usesConnectionScope(), application));
        return new CdiHubActivator(
                byClass(manager, beans.hubs(), deploying),
                byClass(manager, beans.handlers(), deploying),
                contexts,
                application);
    }

    private static Map<Class<?>, HubBean> byClass(
            BeanManager manager, List<Bean<?>> beans, @Nullable ClassLoader deploying) {
        Map<Class<?>, HubBean> byClass = new HashMap<>();
        for (Bean<?> bean : beans) {
            ClassLoader loader = ClassLoaders.of(bean.getBeanClass(), deploying);
            byClass.put(bean.getBeanClass(), HubBean.of(manager, bean, loader));
        }
        return byClass;
    }

    /** What gives connection handlers in the same way. */
    public ConnectionHandlerActivator connectionHandlers() {
        return new CdiConnectionHandlerActivator(handlers, contexts);
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
        contexts.connections().end(caller.connection());
    }

    /** The application ends: destroys what is kept for connections that have not ended. Never throws. */
    public void close() {
        contexts.connections().endAll();
    }
}
