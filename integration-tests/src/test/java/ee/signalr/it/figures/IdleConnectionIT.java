// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.figures;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.HeapHistogram;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SmallServer;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.RawWebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an idle connection costs on the server's heap, beside one of a bare endpoint. */
@ExtendWith(SmallServer.class)
class IdleConnectionIT {

    private static final System.Logger LOG = System.getLogger(IdleConnectionIT.class.getName());

    private static final int CONNECTIONS = 2000;
    private static final int WARM_UP = 200;
    private static final long MOST_BYTES_ABOVE_BARE = 2048;

    @Test
    void shouldCostLittleMoreThanABareWebSocket(LibertyServer server) {
        Supplier<AutoCloseable> bare = () -> RawWebSocket.open(server.port(), "/bare/endpoint");
        Supplier<AutoCloseable> hub = () -> HubSocket.open(server.port(), "/it/suite");
        bytesPerConnection(server, bare, WARM_UP);
        bytesPerConnection(server, hub, WARM_UP);

        long ofBare = bytesPerConnection(server, bare, CONNECTIONS);
        long ofHub = bytesPerConnection(server, hub, CONNECTIONS);
        LOG.log(System.Logger.Level.INFO, "Heap per idle connection: hub {0} bytes, bare {1} bytes", ofHub, ofBare);
        assertThat(ofHub - ofBare)
                .as("bytes per connection: hub %d, bare %d", ofHub, ofBare)
                .isLessThanOrEqualTo(MOST_BYTES_ABOVE_BARE);
    }

    private static long bytesPerConnection(LibertyServer server, Supplier<AutoCloseable> open, int connections) {
        long before = HeapHistogram.of(server).bytes();
        List<AutoCloseable> all = new ArrayList<>();
        try {
            for (int number = 0; number < connections; number++) {
                all.add(open.get());
            }
            return (HeapHistogram.of(server).bytes() - before) / connections;
        } finally {
            all.forEach(IdleConnectionIT::close);
        }
    }

    private static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }
}
