// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import org.jspecify.annotations.Nullable;

/** Is told what happens on one connection. No method may block. */
public interface ConnectionListener {

    /**
     * Bytes from the client, in order; boundaries mean nothing. Never called by two threads at a time.
     *
     * @param bytes what has arrived; the array is the listener's from now on
     */
    void received(byte[] bytes);

    /**
     * The client sends no more. Called once, perhaps while {@link #received} is running on another thread. Whoever is told
     * closes the connection when it has said what it has to say.
     *
     * @param cause why; null when the client closed, vanished or was told to go, or the application aborted
     */
    void ended(@Nullable Throwable cause);

    /** The client has refreshed its authentication; {@link TransportConnection#caller} tells the new one. */
    default void refreshed() {
        // Whoever keeps nothing of the caller has nothing to do.
    }

    /**
     * Called about once a second while the connection lives and has not ended.
     *
     * @param now the engine's clock in nanoseconds, comparable only to itself
     */
    void tick(long now);
}
