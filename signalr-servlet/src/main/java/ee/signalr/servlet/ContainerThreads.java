// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Makes threads in the context of the application: the container's managed ones, where it has them and lets them be found, which
 * carry that context for their whole life; plain ones with the application's class loader otherwise. All are daemons. Thread-safe.
 */
final class ContainerThreads implements ThreadFactory {

    private static final System.Logger LOG = System.getLogger(ContainerThreads.class.getName());

    private static final String MANAGED = "java:comp/DefaultManagedThreadFactory";

    /** Where the classes are that GlassFish and Payara take for Jakarta Concurrency. */
    private static final String GLASSFISH = "org.glassfish.";

    private final ClassLoader applicationLoader;
    private final ContainerNames names;
    private final Supplier<Executor> context;
    private final AtomicInteger made = new AtomicInteger();
    private final UnbegunThreads unbegun = new UnbegunThreads();
    private volatile @Nullable ThreadFactory managed;

    /**
     * Runs a task in the context of the application. GlassFish and Payara give a thread the context of whoever has it made, and not,
     * as specified, of whoever has looked up the factory. A thread that delivers WebSockets has none: a hub on a thread made there
     * has no names, its interceptors cannot be made, and what it injects is "not valid". One of a request has its caller's.
     */
    private volatile Executor application = Runnable::run;

    /**
     * Makes a factory that has not looked for the container's yet.
     *
     * @param context captures the context of the thread that asks
     */
    ContainerThreads(ClassLoader applicationLoader, ContainerNames names, Supplier<Executor> context) {
        this.applicationLoader = applicationLoader;
        this.names = names;
        this.context = context;
    }

    /** Looks for the container's threads, where names of the application may be found; more than once does no harm. */
    void connect() {
        if (managed == null) {
            managed = lookUp();
        }
        ThreadFactory found = managed;
        if (found != null && found.getClass().getName().startsWith(GLASSFISH)) {
            application = context.get();
        }
    }

    private @Nullable ThreadFactory lookUp() {
        try {
            return names.lookup(MANAGED) instanceof ThreadFactory found ? found : null;
        } catch (NamingException | RuntimeException absent) {
            LOG.log(System.Logger.Level.DEBUG, "Managed threads are not to be found here; plain ones are used", absent);
            return null;
        }
    }

    /** Has the container forget the threads that it has made in vain, once the pools that had them made are shut down. */
    void end() {
        unbegun.end();
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
            AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
            application.execute(() -> thread.set(unbegun.make(factory, task)));
            return thread.get();
        } catch (IllegalStateException | UnsupportedOperationException stopping) {
            // The container has shut the factory down, and the engine still has connections to end.
            LOG.log(System.Logger.Level.DEBUG, "The server gives no managed thread; a plain one is used", stopping);
            return null;
        }
    }
}
