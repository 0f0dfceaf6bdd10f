// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

/**
 * Serves the connections of one endpoint: the hub handler, or a handler of raw bytes. Thread-safe.
 */
@FunctionalInterface
public interface EndpointHandler {

    /**
     * Begins to serve a connection. Called once, when its first transport has attached. Must not block.
     *
     * @return who is told what the client sends; never null
     */
    ConnectionListener open(TransportConnection connection);

    /** Whether messages that wait may leave in one frame, because their protocol tells where each one ends. */
    default boolean joinsMessages() {
        return true;
    }
}
