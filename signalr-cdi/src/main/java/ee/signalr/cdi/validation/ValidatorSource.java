// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import ee.signalr.cdi.context.Messages;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Where validators come from: the factory of the application, of the server, or one of our own. Thread-safe. */
final class ValidatorSource implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ValidatorSource.class.getName());

    private final ValidatorFactory factory;
    private final Runnable end;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ValidatorSource(ValidatorFactory factory, Runnable end) {
        this.factory = factory;
        this.end = end;
    }

    /**
     * Looks for a factory, the nearest first.
     *
     * @throws jakarta.validation.ValidationException when there is no implementation, or it does not work
     */
    static ValidatorSource find(BeanManager manager) {
        ValidatorSource known = ofBean(manager);
        if (known == null) {
            known = ofServer();
        }
        if (known != null) {
            return known;
        }
        ValidatorFactory own = Validation.buildDefaultValidatorFactory();
        return new ValidatorSource(own, own::close);
    }

    private static @Nullable ValidatorSource ofBean(BeanManager manager) {
        try {
            Set<Bean<?>> candidates = manager.getBeans(ValidatorFactory.class);
            Bean<?> bean = candidates.isEmpty() ? null : manager.resolve(candidates);
            if (bean == null) {
                return null;
            }
            CreationalContext<?> context = manager.createCreationalContext(bean);
            ValidatorFactory factory = (ValidatorFactory) manager.getReference(bean, ValidatorFactory.class, context);
            // A client proxy gets its instance only now, and that may fail.
            factory.getValidator();
            return new ValidatorSource(factory, bean.getScope() == Dependent.class ? context::release : () -> {});
        } catch (RuntimeException | LinkageError unusable) {
            LOG.log(Level.DEBUG, "No ValidatorFactory from CDI", unusable);
            return null;
        }
    }

    @SuppressWarnings("BanJNDI") // a fixed name, in the server's own name space
    private static @Nullable ValidatorSource ofServer() {
        try {
            Object found = new InitialContext().lookup("java:comp/ValidatorFactory");
            return found instanceof ValidatorFactory factory ? new ValidatorSource(factory, () -> {}) : null;
        } catch (NamingException | RuntimeException | LinkageError unusable) {
            LOG.log(Level.DEBUG, "No ValidatorFactory from JNDI: {0}", unusable.toString());
            return null;
        }
    }

    ValidatorFactory factory() {
        return factory;
    }

    /** Closes a factory that was built here, and gives one that depends on us back. Idempotent. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            end.run();
        } catch (RuntimeException failure) {
            Messages.failedToEnd("the ValidatorFactory", failure);
        }
    }
}
