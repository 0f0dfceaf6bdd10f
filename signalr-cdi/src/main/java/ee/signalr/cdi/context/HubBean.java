// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;

/** The bean behind a hub class. Thread-safe. */
interface HubBean {

    /** The class of the hub; never null. */
    Class<?> hubClass();

    /** The class loader that its methods expect; never null. */
    ClassLoader loader();

    /** Gives a hub for a call; what its construction throws comes out. */
    HubLease lease();

    /**
     * The right kind for the scope of the bean.
     *
     * @param loader the class loader that its methods expect
     */
    static HubBean of(BeanManager manager, Bean<?> bean, ClassLoader loader) {
        return bean.getScope() == Dependent.class
                ? new OwnHub<>(manager, bean, loader)
                : SharedHub.of(manager, bean, loader);
    }
}
