// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.filter;

import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.definition.Rule;
import ee.signalr.spi.HubFilter;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The beans of an application that are filters. */
public final class FilterBeans {

    private final List<FilterBean> beans = new ArrayList<>();

    /** Makes an empty collection. */
    public FilterBeans() {}

    /**
     * Takes a bean, if it is a filter.
     *
     * @param annotated its class, or the producer that makes it; null when the container does not tell
     */
    public void add(Bean<?> bean, @Nullable Annotated annotated) {
        if (bean.getTypes().contains(HubFilter.class)) {
            beans.add(FilterBean.of(bean, annotated));
        }
    }

    /**
     * What is wrong with them.
     *
     * @param hubs the classes that say they are hubs
     */
    public List<Problem> problems(Set<Class<?>> hubs) {
        List<Problem> problems = new ArrayList<>();
        for (FilterBean filter : beans) {
            List<Class<?>> named = filter.hubs();
            Class<?> where = filter.bean().getBeanClass();
            if (named == null) {
                continue;
            }
            if (named.isEmpty()) {
                problems.add(Problem.in(where, Rule.FILTER_FOR_NOTHING));
            }
            named.stream()
                    .filter(hub -> !hubs.contains(hub))
                    .forEach(stranger -> problems.add(Problem.in(where, Rule.FILTER_FOR_NO_HUB, stranger.getName())));
        }
        return problems;
    }

    /** References to all of them, outermost first; what an instance throws when it is made comes out. */
    public ApplicationFilters references(BeanManager manager) {
        ApplicationFilters filters = new ApplicationFilters();
        try {
            beans.stream().sorted(FilterBean.ORDER).forEach(filter -> filters.add(manager, filter));
        } catch (RuntimeException | Error failure) {
            filters.close();
            throw failure;
        }
        return filters;
    }
}
