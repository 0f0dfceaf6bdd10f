// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.core.connection.TransportOrigin;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.naming.NamingException;

/**
 * Keeps what the container knows of the caller of a request, for later: security checks outside of hubs, in enterprise beans for
 * example, then see that caller. Needs Jakarta Concurrency; without it nothing is kept. Thread-safe.
 */
final class ContainerCallers {

    private static final System.Logger LOG = System.getLogger(ContainerCallers.class.getName());

    private static final String SERVICE = "java:comp/DefaultContextService";

    private static final Supplier<Executor> NONE = () -> TransportOrigin.NO_CONTEXT;

    private final ContainerNames names;
    private volatile Supplier<Executor> capture = NONE;

    ContainerCallers(ContainerNames names) {
        this.names = names;
    }

    /** Looks for the container's service, where names of the application may be found; more than once does no harm. */
    void connect() {
        if (capture != NONE) {
            return;
        }
        try {
            capture = ContextCapture.by(names.lookup(SERVICE)).orElse(NONE);
        } catch (NamingException | RuntimeException | LinkageError absent) {
            LOG.log(System.Logger.Level.DEBUG, "Contexts of callers cannot be kept here", absent);
        }
    }

    /** What the container knows of the caller whom this thread serves. */
    Executor capture() {
        try {
            return capture.get();
        } catch (RuntimeException | LinkageError unable) {
            LOG.log(System.Logger.Level.DEBUG, "The context of a caller cannot be kept", unable);
            return TransportOrigin.NO_CONTEXT;
        }
    }
}
