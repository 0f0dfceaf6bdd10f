// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.net.URI;

/** A server with the applications of the tests. Thread-safe; closing ends its process. */
public interface TestServer extends AutoCloseable {

    /** The port on 127.0.0.1. */
    int port();

    /** What the server has printed and logged so far; empty before it logs. */
    String log();

    /** The Java process. */
    long pid();

    /** The server's address, without a path. */
    default String base() {
        return "http://127.0.0.1:" + port();
    }

    /** An address on this server; {@code path} starts with a slash. */
    default URI uri(String path) {
        return URI.create(base() + path);
    }

    /** Ends the process and makes sure that it is gone. */
    @Override
    void close();
}
