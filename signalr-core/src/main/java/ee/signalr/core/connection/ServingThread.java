// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import org.jspecify.annotations.Nullable;

/**
 * Which connection the calling thread works for. It exists for carriers that let a client wait for itself, and nobody else for it.
 * Thread-safe.
 */
public final class ServingThread {

    private static final ThreadLocal<@Nullable TransportConnection> SERVED = new ThreadLocal<>();

    private ServingThread() {}

    /** This thread works for that connection until it {@linkplain #leave leaves}. */
    public static void enter(TransportConnection connection) {
        SERVED.set(connection);
    }

    /** This thread works for nobody. */
    public static void leave() {
        // Not removed: the next set would allocate again. The key is held weakly, so this keeps nothing alive.
        SERVED.set(null);
    }

    /** Whether this thread works for that connection. */
    public static boolean serves(@Nullable TransportConnection connection) {
        return connection != null && SERVED.get() == connection;
    }
}
