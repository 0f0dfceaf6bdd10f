// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.filter;

import ee.signalr.cdi.context.Messages;
import ee.signalr.core.dispatch.RegisteredFilter;
import ee.signalr.spi.HubFilter;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;

/**
 * The filters of a running application: client proxies of those that have a normal scope, and one instance of each that is
 * dependent. Filled and closed by one thread at a time.
 */
public final class ApplicationFilters implements AutoCloseable {

    private final List<RegisteredFilter> registered = new ArrayList<>();
    private final List<CreationalContext<?>> dependents = new ArrayList<>();

    ApplicationFilters() {}

    /** No filters. */
    public static ApplicationFilters none() {
        return new ApplicationFilters();
    }

    void add(BeanManager manager, FilterBean filter) {
        Bean<?> bean = filter.bean();
        CreationalContext<?> context = manager.createCreationalContext(bean);
        if (bean.getScope() == Dependent.class) {
            // Before the instance is made: what has been made for one that fails must go too.
            dependents.add(context);
        }
        HubFilter reference = (HubFilter) manager.getReference(bean, HubFilter.class, context);
        List<Class<?>> hubs = filter.hubs();
        registered.add(new RegisteredFilter(reference, hubs == null ? List.of() : hubs));
    }

    /** The filters, outermost first; an immutable copy. */
    public List<RegisteredFilter> registered() {
        return List.copyOf(registered);
    }

    /** Destroys dependent instances, the last made first. Idempotent; never throws. */
    @Override
    public void close() {
        for (int last = dependents.size() - 1; last >= 0; last--) {
            try {
                dependents.remove(last).release();
            } catch (RuntimeException | Error failure) {
                Messages.failedToEnd("a filter", failure);
            }
        }
    }
}
