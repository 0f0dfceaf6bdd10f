// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

/**
 * Serves the connections of one endpoint: the hub handler, or a handler of raw bytes. Thread-safe.
 */
@FunctionalInterface
public interface ConnectionHandler {

    /**
     * Begins to serve a connection. Called once, when its first transport has attached. Must not block.
     *
     * @return who is told what the client sends; never null
     */
    ConnectionListener open(TransportConnection connection);
}
