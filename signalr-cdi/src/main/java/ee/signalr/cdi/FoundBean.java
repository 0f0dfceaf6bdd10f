// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A bean that the application may have, and its reference. Thread-safe.
 *
 * @param <T> the type of the bean
 */
final class FoundBean<T> implements AutoCloseable {

    private final @Nullable T reference;
    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    private FoundBean(@Nullable T reference, Runnable release) {
        this.reference = reference;
        this.release = release;
    }

    /** No bean. */
    static <T> FoundBean<T> none() {
        return new FoundBean<>(null, () -> {});
    }

    /**
     * Looks for a bean.
     *
     * @throws AmbiguousResolutionException when there are several
     */
    static <T> FoundBean<T> of(BeanManager manager, Class<T> type, Annotation... qualifiers) {
        return among(manager, type, manager.getBeans(type, qualifiers));
    }

    /**
     * Takes a bean of several.
     *
     * @throws AmbiguousResolutionException when it is not clear which
     */
    static <T> FoundBean<T> among(BeanManager manager, Class<T> type, Set<Bean<?>> candidates) {
        Bean<?> bean = candidates.isEmpty() ? null : manager.resolve(candidates);
        return bean == null ? none() : of(manager, type, bean);
    }

    /** A reference to a bean. */
    static <T> FoundBean<T> of(BeanManager manager, Class<T> type, Bean<?> bean) {
        CreationalContext<?> context = manager.createCreationalContext(bean);
        T reference = type.cast(manager.getReference(bean, type, context));
        return new FoundBean<>(reference, bean.getScope() == Dependent.class ? context::release : () -> {});
    }

    /** The reference, if the application has the bean. */
    Optional<T> reference() {
        return Optional.ofNullable(reference);
    }

    /** Gives a dependent instance back. Idempotent. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
