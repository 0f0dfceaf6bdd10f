// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.filter;

import ee.signalr.spi.FilterFor;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Prioritized;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bean that is a filter. Immutable.
 *
 * @param bean the bean
 * @param priority the smallest is outermost
 * @param hubs the hubs that it is for; null for all
 */
record FilterBean(Bean<?> bean, int priority, @Nullable List<Class<?>> hubs) {

    /** Those without a priority come last. */
    private static final int LAST = Integer.MAX_VALUE;

    /** Outermost first; the same in every deployment. */
    static final Comparator<FilterBean> ORDER = Comparator.comparingInt(FilterBean::priority)
            .thenComparing(filter -> filter.bean().getBeanClass().getName())
            .thenComparing(filter -> filter.bean().toString());

    /**
     * Reads the annotations of a bean.
     *
     * @param annotated its class, or the producer that makes it; null when the container does not tell, then those of its
     *     class hold
     */
    static FilterBean of(Bean<?> bean, @Nullable Annotated annotated) {
        Priority priority = annotation(Priority.class, bean, annotated);
        FilterFor hubs = annotation(FilterFor.class, bean, annotated);
        return new FilterBean(bean, priorityOf(bean, priority), hubs == null ? null : List.of(hubs.value()));
    }

    private static int priorityOf(Bean<?> bean, @Nullable Priority priority) {
        if (priority != null) {
            return priority.value();
        }
        return bean instanceof Prioritized prioritized ? prioritized.getPriority() : LAST;
    }

    private static <A extends Annotation> @Nullable A annotation(
            Class<A> type, Bean<?> bean, @Nullable Annotated annotated) {
        return annotated == null ? bean.getBeanClass().getAnnotation(type) : annotated.getAnnotation(type);
    }
}
