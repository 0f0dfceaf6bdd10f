// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Makes threads in the context of the application: the container's managed ones, where it has them and lets them be found, which
 * carry that context for their whole life; plain ones with the application's class loader otherwise. All are daemons. Thread-safe.
 */
final class ContainerThreads implements ThreadFactory {

    private static final System.Logger LOG = System.getLogger(ContainerThreads.class.getName());

    private static final String MANAGED = "java:comp/DefaultManagedThreadFactory";

    private final ClassLoader applicationLoader;
    private final ContainerNames names;
    private final AtomicInteger made = new AtomicInteger();
    private volatile @Nullable ThreadFactory managed;

    ContainerThreads(ClassLoader applicationLoader, ContainerNames names) {
        this.applicationLoader = applicationLoader;
        this.names = names;
    }

    /** Looks for the container's threads, where names of the application may be found; more than once does no harm. */
    void connect() {
        if (managed != null) {
            return;
        }
        try {
            if (names.lookup(MANAGED) instanceof ThreadFactory found) {
                managed = found;
            }
        } catch (NamingException | RuntimeException absent) {
            LOG.log(System.Logger.Level.DEBUG, "Managed threads are not to be found here; plain ones are used", absent);
        }
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = managedThread(task);
        if (thread == null) {
            thread = new Thread(task);
            thread.setContextClassLoader(applicationLoader);
        }
        thread.setName("signalr-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private @Nullable Thread managedThread(Runnable task) {
        ThreadFactory factory = managed;
        if (factory == null) {
            return null;
        }
        try {
            return factory.newThread(task);
        } catch (IllegalStateException | UnsupportedOperationException stopping) {
            // The container has shut the factory down, and the engine still has connections to end.
            LOG.log(System.Logger.Level.DEBUG, "The server gives no managed thread; a plain one is used", stopping);
            return null;
        }
    }
}
