// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.ConnectionScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which beans live no longer than the connection of a caller. Those can keep the caller and use it on any thread;
 * all others must ask anew in every call. A dependent bean lives as long as what it is injected into, so this follows the
 * injection points of the application; when anything that lives longer gets the bean too, the answer is no.
 *
 * <p>A pure function of what it is given; not thread-safe.
 */
final class Lifetimes {

    private final Collection<InjectionPoint> points;
    private final Set<Bean<?>> managedBeans;
    private final Set<Class<?>> hubs;
    private final BiPredicate<InjectionPoint, Bean<?>> resolvesTo;
    private final Map<Bean<?>, Boolean> known = new HashMap<>();

    /**
     * Makes it.
     *
     * @param points all injection points of the application
     * @param managedBeans the beans of which CDI itself makes the instances, unlike enterprise beans, which may be pooled
     * @param hubs the hub classes
     * @param resolvesTo whether an injection point may get a bean
     */
    Lifetimes(
            Collection<InjectionPoint> points,
            Set<Bean<?>> managedBeans,
            Set<Class<?>> hubs,
            BiPredicate<InjectionPoint, Bean<?>> resolvesTo) {
        this.points = points;
        this.managedBeans = managedBeans;
        this.hubs = hubs;
        this.resolvesTo = resolvesTo;
    }

    /** Whether a bean lives no longer than the connection of the call in which it is made. */
    boolean endsWithCaller(@Nullable Bean<?> bean) {
        if (bean == null || !managedBeans.contains(bean)) {
            return false;
        }
        Class<? extends Annotation> scope = bean.getScope();
        if (scope == RequestScoped.class || scope == ConnectionScoped.class) {
            return true;
        }
        return scope == Dependent.class && (hubs.contains(bean.getBeanClass()) || holdersEndWithCaller(bean));
    }

    private boolean holdersEndWithCaller(Bean<?> dependent) {
        Boolean answer = known.get(dependent);
        if (answer == null) {
            // In case it leads back here by way of a provider: such a circle holds itself, and nobody else.
            known.put(dependent, true);
            List<Bean<?>> holders = points.stream()
                    .filter(point -> resolvesTo.test(point, dependent))
                    .<Bean<?>>map(InjectionPoint::getBean)
                    .toList();
            answer = !holders.isEmpty() && holders.stream().allMatch(this::endsWithCaller);
            known.put(dependent, answer);
        }
        return answer;
    }
}
