// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.figures;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.SmallServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that wait leave together. */
@ExtendWith(SmallServer.class)
class CoalescingIT {

    private static final System.Logger LOG = System.getLogger(CoalescingIT.class.getName());

    private static final int CONNECTIONS = 64;
    private static final int IN_FLIGHT = 16;
    private static final int LEAST_PER_FRAME = 5;
    private static final int STREAMING = 16;
    private static final int LEAST_ITEMS_PER_FRAME = 24;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(4);

    @Test
    void shouldSendWhatWaitsInOneFrame(LibertyServer server) {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            run(server, clients, WARM_UP);
            EchoLoop.Count all = run(server, clients, MEASURED);
            LOG.log(System.Logger.Level.INFO, "Echo, 64 connections x 16 in flight: {0}", all);
            assertThat(all.messages()).isGreaterThan(CONNECTIONS * IN_FLIGHT);
            assertThat((double) all.messages() / all.frames())
                    .as("messages per frame, of %s", all)
                    .isGreaterThanOrEqualTo(LEAST_PER_FRAME);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void shouldSendDozensOfItemsOfAStreamInOneFrame(LibertyServer server) {
        ExecutorService clients = Executors.newFixedThreadPool(STREAMING);
        try {
            EchoLoop.Count all = run(STREAMING, () -> StreamLoop.run(server.port(), MEASURED), clients);
            LOG.log(System.Logger.Level.INFO, "Streams, {0} connections: {1}", STREAMING, all);
            assertThat((double) all.messages() / all.frames())
                    .as("items per frame, of %s", all)
                    .isGreaterThanOrEqualTo(LEAST_ITEMS_PER_FRAME);
        } finally {
            clients.shutdownNow();
        }
    }

    private static EchoLoop.Count run(LibertyServer server, ExecutorService clients, Duration duration) {
        return run(CONNECTIONS, () -> EchoLoop.run(server.port(), "/bench", IN_FLIGHT, duration), clients);
    }

    private static EchoLoop.Count run(int connections, Supplier<EchoLoop.Count> loop, ExecutorService clients) {
        List<CompletableFuture<EchoLoop.Count>> counts = IntStream.range(0, connections)
                .mapToObj(number -> CompletableFuture.supplyAsync(loop, clients))
                .toList();
        Stream<EchoLoop.Count> results = counts.stream().map(CompletableFuture::join);
        return results.reduce(new EchoLoop.Count(0, 0), EchoLoop.Count::plus);
    }
}
