// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;

/**
 * A dependent hub: an instance for every call, destroyed with all that depends on it when the call has ended. Thread-safe.
 *
 * @param <H> the class of the hub
 */
final class OwnHub<H> implements HubBean {

    private final BeanManager manager;
    private final Bean<H> bean;
    private final ClassLoader loader;

    OwnHub(BeanManager manager, Bean<H> bean, ClassLoader loader) {
        this.manager = manager;
        this.bean = bean;
        this.loader = loader;
    }

    @Override
    public Class<?> hubClass() {
        return bean.getBeanClass();
    }

    @Override
    public ClassLoader loader() {
        return loader;
    }

    @Override
    public HubLease lease() {
        CreationalContext<H> context = manager.createCreationalContext(bean);
        try {
            return new Lease(bean.create(context), context);
        } catch (Throwable failure) {
            // What was already made for the hub must not stay behind when the hub itself fails.
            context.release();
            throw failure;
        }
    }

    /** One instance. */
    private final class Lease implements HubLease {

        private final H hub;
        private final CreationalContext<H> context;

        Lease(H hub, CreationalContext<H> context) {
            this.hub = hub;
            this.context = context;
        }

        @Override
        public Object hub() {
            return hub;
        }

        @Override
        public void end() {
            ClassLoader outer = ClassLoaders.enter(loader);
            try {
                bean.destroy(hub, context);
            } catch (Throwable failure) {
                Messages.failedToEnd("an instance of " + hubClass().getName(), failure);
            } finally {
                ClassLoaders.leave(outer);
            }
        }
    }
}
