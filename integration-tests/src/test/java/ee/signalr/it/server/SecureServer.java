// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.nio.file.Path;

/**
 * A server that listens for TLS too. Thread-safe; closing ends its process.
 *
 * @param server the server, with its port for HTTP
 * @param tlsPort the port for TLS, on 127.0.0.1
 * @param certificate what clients have to trust, a file
 */
public record SecureServer(TestServer server, int tlsPort, Path certificate) implements TestServer {

    @Override
    public int port() {
        return server.port();
    }

    /** The server's address by TLS, without a path. */
    public String secureBase() {
        return "https://127.0.0.1:" + tlsPort;
    }

    @Override
    public String log() {
        return server.log();
    }

    @Override
    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.close();
    }
}
