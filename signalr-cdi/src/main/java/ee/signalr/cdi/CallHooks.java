// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.definition.Rule;
import ee.signalr.cdi.filter.ApplicationFilters;
import ee.signalr.cdi.filter.FilterBeans;
import ee.signalr.cdi.validation.HubValidation;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.RegisteredFilter;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What comes between a call and its hub: the filters of an application, and the constraints of its hub methods. */
final class CallHooks implements AutoCloseable {

    private final ApplicationFilters filters;
    private final HubValidation validation;
    private final List<HubDefinition> hubs = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    private CallHooks(BeanManager manager, FilterBeans beans) {
        this.filters = filters(manager, beans);
        this.validation = HubValidation.find(manager);
    }

    /** Finds all, and what is wrong with it; does not throw. */
    static CallHooks find(BeanManager manager, FilterBeans beans, Collection<HubDefinition> hubs) {
        CallHooks found = new CallHooks(manager, beans);
        hubs.forEach(found::constrain);
        return found;
    }

    private ApplicationFilters filters(BeanManager manager, FilterBeans beans) {
        try {
            return beans.references(manager);
        } catch (RuntimeException failure) {
            causes.add(failure);
            problems.add(Problem.of(Rule.FILTER, failure));
            return ApplicationFilters.none();
        }
    }

    private void constrain(HubDefinition hub) {
        try {
            hubs.add(validation.constrain(hub));
        } catch (RuntimeException invalid) {
            causes.add(invalid);
            problems.add(Problem.in(hub.hubClass(), Rule.CONSTRAINTS, invalid));
        }
    }

    /** The filters, outermost first. */
    List<RegisteredFilter> filters() {
        return filters.registered();
    }

    /** The hubs, with the constraints of their methods. */
    List<HubDefinition> hubs() {
        return hubs;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Throwable> causes() {
        return causes;
    }

    /** Destroys what was made. Idempotent; never throws. */
    @Override
    public void close() {
        filters.close();
        validation.close();
    }
}
