// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.server.HeapHistogram;
import ee.signalr.it.server.LibertyServer;
import java.time.Duration;

/** The server's heap and its connections before a flood, to compare with. Immutable. */
final class Heap {

    private static final String CONNECTION = "ee.signalr.core.connection.TransportConnection";
    private static final String SET = "java.util.concurrent.ConcurrentHashMap$KeySetView";

    /** Of the hundred and more that come and go, the server may hold a few by what it has under way, such as a write. */
    private static final long HELD_BY_SERVER = 3;

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LibertyServer server;
    private final HeapHistogram before;

    private Heap(LibertyServer server) {
        this.server = server;
        this.before = HeapHistogram.of(server);
    }

    static Heap before(LibertyServer server) {
        return new Heap(server);
    }

    /** The live heap has grown by no more than so much. */
    void expectGrowthBelow(long bytes) {
        long growth = HeapHistogram.of(server).bytes() - before.bytes();
        assertThat(growth).as("growth of the live heap in bytes").isLessThan(bytes);
        assertThat(server.log()).doesNotContain("OutOfMemoryError");
    }

    /** Connections that were not there before. */
    long newConnections() {
        return HeapHistogram.of(server).instances(CONNECTION) - before.instances(CONNECTION);
    }

    /** Sets of connections, as every group is one, that were not there before. */
    long newGroups() {
        return HeapHistogram.of(server).instances(SET) - before.instances(SET);
    }

    /** The connections that came have gone, from the heap too. */
    void expectNoNewConnections() {
        await("the end of new connections")
                .atMost(LIMIT)
                .pollInterval(PAUSE)
                .untilAsserted(() -> assertThat(newConnections()).isLessThanOrEqualTo(HELD_BY_SERVER));
    }
}
