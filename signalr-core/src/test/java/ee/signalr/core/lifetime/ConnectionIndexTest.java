// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import ee.signalr.core.test.RawConnections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names that several connections share. */
class ConnectionIndexTest {

    private final RawConnections connections = new RawConnections(100_000);
    private final ConnectionIndex index = new ConnectionIndex();
    private final HubConnection ann = connection();
    private final HubConnection bob = connection();

    @Test
    void shouldFindAllWithAName() {
        index.add("red", ann, any -> true);
        index.add("red", bob, any -> true);
        index.add("blue", bob, any -> true);

        assertThat(index.get("red")).containsExactlyInAnyOrder(ann, bob);
        assertThat(index.get("blue")).containsExactly(bob);
        assertThat(index.get("green")).isEmpty();
    }

    @Test
    void shouldNotAddWhoDisagrees() {
        index.add("red", ann, any -> false);

        assertThat(index.size()).isZero();
    }

    @Test
    void shouldKeepNoEmptyEntries() {
        index.add("red", ann, any -> true);
        index.remove("red", bob);
        assertThat(index.size()).isOne();

        index.remove("red", ann);
        index.remove("red", ann);
        assertThat(index.size()).isZero();
    }

    @Test
    @Timeout(60)
    void shouldKeepNothingOfAConnectionThatJoinsWhileItLeavesForGood() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5_000; round++) {
                HubConnection racing = connection();
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> joins = threads.submit(() -> {
                    start.await();
                    index.add("red", racing, member -> member.joinGroup("red"));
                    index.add("blue", racing, member -> member.joinGroup("blue"));
                    return null;
                });
                Future<?> leaves = threads.submit(() -> {
                    start.await();
                    racing.leaveAllGroups().forEach(group -> index.remove(group, racing));
                    return null;
                });
                for (Future<?> end : List.of(joins, leaves)) {
                    end.get(10, TimeUnit.SECONDS);
                }
                assertThat(index.size()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private HubConnection connection() {
        return new HubConnection(
                connections.negotiated(), new JsonHubProtocol(new JsonbHolder(JsonbDefaults.config())), Runnable::run);
    }
}
