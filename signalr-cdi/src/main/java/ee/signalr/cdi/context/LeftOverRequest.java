// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request scope that somebody has left on a thread on which hub calls run. CDI offers no way to end it, and what is in it
 * may belong to another user; so it is emptied of every bean that the application can have in it. Thread-safe.
 */
final class LeftOverRequest implements RequestScope {

    private final BeanManager manager;
    private final List<Bean<?>> requestScoped;
    private final AtomicBoolean logged = new AtomicBoolean();

    /**
     * Makes it.
     *
     * @param requestScoped all beans of the application that have this scope
     */
    LeftOverRequest(BeanManager manager, Collection<Bean<?>> requestScoped) {
        this.manager = manager;
        this.requestScoped = List.copyOf(requestScoped);
    }

    /** Tells of it, once, and empties it. */
    void found() {
        if (logged.compareAndSet(false, true)) {
            Messages.leftOverRequestScope();
        }
        close();
    }

    /** Destroys what is in it. */
    @Override
    public void close() {
        try {
            if (manager.getContext(RequestScoped.class) instanceof AlterableContext context) {
                requestScoped.forEach(context::destroy);
            }
        } catch (Throwable failure) {
            Messages.failedToEnd("what was left in a request scope", failure);
        }
    }
}
