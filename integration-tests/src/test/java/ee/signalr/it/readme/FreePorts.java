// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for a server that has one for HTTP and others around it, as domains of Payara and GlassFish do. They are below those that
 * systems give to clients, which come and go. Stateless.
 */
final class FreePorts {

    private static final int LOWEST = 10_080;
    private static final int HIGHEST = 30_000;
    private static final int BELOW = 80;
    private static final int ABOVE = 20;

    private FreePorts() {}

    /** The one for HTTP; those from 80 below it to 19 above it were free too. */
    static int forHttp() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .limit(HIGHEST)
                .filter(port -> IntStream.range(port - BELOW, port + ABOVE).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No ports are free"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
