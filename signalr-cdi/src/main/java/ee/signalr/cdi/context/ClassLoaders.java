// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import org.jspecify.annotations.Nullable;

/** Changes the context class loader of the calling thread: many an API finds the application by it. */
final class ClassLoaders {

    private static final System.Logger LOG = System.getLogger(ClassLoaders.class.getName());

    private ClassLoaders() {}

    /** Sets a class loader and gives the one before it. */
    static @Nullable ClassLoader enter(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        if (outer != loader) {
            thread.setContextClassLoader(loader);
        }
        return outer;
    }

    /** Restores what {@link #enter} gave. */
    static void leave(@Nullable ClassLoader outer) {
        Thread thread = Thread.currentThread();
        if (thread.getContextClassLoader() != outer) {
            thread.setContextClassLoader(outer);
        }
    }

    /**
     * The class loader of the application to which a hub belongs: that of the deploying thread, which on many servers can do
     * more than the one that has loaded the class; but only if it knows that class at all.
     */
    static ClassLoader of(Class<?> hub, @Nullable ClassLoader deploying) {
        return deploying != null && knows(deploying, hub) ? deploying : hub.getClassLoader();
    }

    private static boolean knows(ClassLoader loader, Class<?> type) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError unknown) {
            LOG.log(System.Logger.Level.DEBUG, "The deploying class loader does not know " + type.getName(), unknown);
            return false;
        }
    }
}
