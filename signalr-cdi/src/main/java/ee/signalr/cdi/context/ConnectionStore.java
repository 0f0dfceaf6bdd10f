// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The {@code @ConnectionScoped} instances of one connection. Thread-safe.
 *
 * <p>It lives until the connection has ended and nobody uses it any more, whichever is later: a call that is still running
 * when the connection ends keeps its instances.
 */
final class ConnectionStore {

    private final ConcurrentMap<Contextual<?>, Held<?>> instances = new ConcurrentHashMap<>(4);
    private final ReentrantLock creation = new ReentrantLock();
    private final ReentrantLock life = new ReentrantLock();
    private final ClassLoader loader;
    private int users;
    private boolean ending;
    private boolean ended;

    /**
     * Makes an empty store.
     *
     * @param loader the class loader that the beans expect at their end
     */
    ConnectionStore(ClassLoader loader) {
        this.loader = loader;
    }

    /** Begins a use; false when it is too late for that. */
    boolean enter() {
        life.lock();
        try {
            if (ended) {
                return false;
            }
            users++;
            return true;
        } finally {
            life.unlock();
        }
    }

    /** Ends a use. Never throws. */
    void leave() {
        life.lock();
        try {
            users--;
        } finally {
            life.unlock();
        }
        endIfUnused();
    }

    /** Destroys everything as soon as nobody uses it. Idempotent; never throws. */
    void end() {
        life.lock();
        try {
            ending = true;
        } finally {
            life.unlock();
        }
        endIfUnused();
    }

    private void endIfUnused() {
        life.lock();
        try {
            if (ended || !ending || users > 0) {
                return;
            }
            ended = true;
        } finally {
            life.unlock();
        }
        ClassLoader outer = ClassLoaders.enter(loader);
        try {
            List<Held<?>> all = new ArrayList<>(instances.values());
            instances.clear();
            all.forEach(Held::destroy);
        } finally {
            ClassLoaders.leave(outer);
        }
    }

    /** The instance, if there is one. */
    <T> @Nullable T get(Contextual<T> contextual) {
        Held<T> held = held(contextual);
        return held == null ? null : held.instance;
    }

    /** The instance, made when there is none. */
    <T> @Nullable T get(Contextual<T> contextual, CreationalContext<T> context) {
        Held<T> held = held(contextual);
        return held == null ? create(contextual, context) : held.instance;
    }

    private <T> @Nullable T create(Contextual<T> contextual, CreationalContext<T> context) {
        // One at a time: calls of one client that run in parallel must not get two instances.
        creation.lock();
        try {
            Held<T> meanwhile = held(contextual);
            if (meanwhile != null) {
                return meanwhile.instance;
            }
            Held<T> made = new Held<>(contextual, contextual.create(context), context);
            instances.put(contextual, made);
            return made.instance;
        } finally {
            creation.unlock();
        }
    }

    /** Destroys one instance, if it is there. */
    void destroy(Contextual<?> contextual) {
        Held<?> held = instances.remove(contextual);
        if (held != null) {
            held.destroy();
        }
    }

    @SuppressWarnings("unchecked") // each contextual is the key to an instance that it has made
    private <T> @Nullable Held<T> held(Contextual<T> contextual) {
        return (Held<T>) instances.get(contextual);
    }

    /** An instance and what it takes to destroy it. */
    private static final class Held<T> {

        private final Contextual<T> contextual;
        private final T instance;
        private final CreationalContext<T> context;

        Held(Contextual<T> contextual, T instance, CreationalContext<T> context) {
            this.contextual = contextual;
            this.instance = instance;
            this.context = context;
        }

        void destroy() {
            try {
                contextual.destroy(instance, context);
            } catch (Throwable failure) {
                Messages.failedToEnd("a @ConnectionScoped instance", failure);
            }
        }
    }
}
