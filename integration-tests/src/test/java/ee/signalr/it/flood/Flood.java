// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.flood;

import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SmallServer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every flood is measured by: another client is answered meanwhile, and of the flood nothing is left on the heap. */
@ExtendWith(SmallServer.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD) // socket writes ignore interrupts
abstract class Flood {

    static final long MEGABYTE = 1_048_576;

    private final String hub;
    private LibertyServer server;
    private Heap heap;
    private Bystander bystander;

    /** @param hub where the other client calls */
    Flood(String hub) {
        this.hub = hub;
    }

    @BeforeEach
    final void watch(LibertyServer small) {
        server = small;
        bystander = Bystander.at(small.port(), hub);
        bystander.expectAnswers();
        heap = Heap.before(small);
    }

    @AfterEach
    final void expectNothingIsLeft() {
        try (Bystander watched = bystander) {
            watched.expectAnswers();
            heap.expectNoNewConnections();
            heap.expectGrowthBelow(16 * MEGABYTE);
        }
    }

    final LibertyServer server() {
        return server;
    }

    final int port() {
        return server.port();
    }

    final Heap heap() {
        return heap;
    }

    final Bystander bystander() {
        return bystander;
    }
}
