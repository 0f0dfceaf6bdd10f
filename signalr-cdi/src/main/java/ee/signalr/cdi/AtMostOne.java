// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.definition.Rule;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Beans of a type of which an application has at most one, whatever its qualifiers. Confined to the deploying thread.
 *
 * @param <T> the type
 */
final class AtMostOne<T> {

    private final Class<T> type;
    private final Rule rule;
    private final List<Bean<?>> found = new ArrayList<>();

    /**
     * None so far.
     *
     * @param rule the rule that is broken when there are several
     */
    AtMostOne(Class<T> type, Rule rule) {
        this.type = type;
        this.rule = rule;
    }

    /** Something has become a bean. */
    void see(Bean<?> bean) {
        if (bean.getTypes().contains(type)) {
            found.add(bean);
        }
    }

    /** There are several; where alternatives are about, only resolution can tell. */
    Optional<Problem> problem() {
        return found.size() > 1 && found.stream().noneMatch(Bean::isAlternative)
                ? Optional.of(several(found))
                : Optional.empty();
    }

    /**
     * The bean, if there is one.
     *
     * @throws AmbiguousResolutionException when there are {@link #several}
     */
    FoundBean<T> find(BeanManager manager) {
        // Not looked up: on Payara a jar of the application does not see the beans of its classes.
        return FoundBean.among(manager, type, Set.copyOf(found));
    }

    /** What is wrong when resolution says so. */
    Problem several() {
        return several(found);
    }

    private Problem several(Collection<? extends Bean<?>> beans) {
        return Problem.of(rule, DiscoveredBeans.classNames(beans));
    }
}
