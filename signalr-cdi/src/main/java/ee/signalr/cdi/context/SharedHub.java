// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;

/**
 * A hub of a normal scope: one client proxy for all calls, which finds the instance of the request, the connection or the
 * application. Immutable and thread-safe.
 *
 * @param hubClass the class of the hub
 * @param loader the class loader that its methods expect
 * @param hub the proxy
 */
record SharedHub(Class<?> hubClass, ClassLoader loader, Object hub) implements HubBean, HubLease {

    static SharedHub of(BeanManager manager, Bean<?> bean, ClassLoader loader) {
        // Never released: the proxy serves until the application ends.
        Object proxy = manager.getReference(bean, bean.getBeanClass(), manager.createCreationalContext(bean));
        return new SharedHub(bean.getBeanClass(), loader, proxy);
    }

    @Override
    public HubLease lease() {
        return this;
    }

    @Override
    public void end() {
        // The scope decides when the instance ends.
    }
}
