// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

/**
 * What is bound to a thread while code of a hub runs on it: the request, the connection, the class loader, the caller. For one
 * thread at a time.
 */
public interface SynchronousPart {

    /**
     * Binds it to the calling thread again, for a pull of a stream. Each call that does not throw is followed by one of {@link
     * #leave} on the same thread. What it throws ends the stream.
     */
    void enter();

    /** Takes it off the thread. Must not throw. */
    void leave();
}
