// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import ee.signalr.ConnectionScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** The context of {@link ConnectionScoped}: the connection of the call that is running on the calling thread. Thread-safe. */
public final class ConnectionContext implements AlterableContext {

    private final CurrentCall current;

    /** Makes the context of an application. */
    public ConnectionContext(CurrentCall current) {
        this.current = current;
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return ConnectionScoped.class;
    }

    @Override
    public <T> @Nullable T get(Contextual<T> contextual, CreationalContext<T> creationalContext) {
        return creationalContext == null ? get(contextual) : store().get(contextual, creationalContext);
    }

    @Override
    public <T> @Nullable T get(Contextual<T> contextual) {
        return store().get(contextual);
    }

    @Override
    public void destroy(Contextual<?> contextual) {
        store().destroy(contextual);
    }

    @Override
    public boolean isActive() {
        return find() != null;
    }

    private ConnectionStore store() {
        ConnectionStore found = find();
        if (found == null) {
            throw new ContextNotActiveException(Messages.noConnection());
        }
        return found;
    }

    private @Nullable ConnectionStore find() {
        RunningCall call = current.get();
        return call == null ? null : call.connection();
    }
}
