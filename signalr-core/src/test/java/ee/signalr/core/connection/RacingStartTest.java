// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts that meet ends, early input and each other. */
@Timeout(60)
class RacingStartTest {

    private static final int ROUNDS = 2_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldTellTheHandlerOfTheEndWheneverItWasOpened() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            RawConnections connections = new RawConnections();
            TransportConnection connection = connections.negotiated();
            connection.receive(bytes("early"));
            TestTransport transport = TestTransport.webSocket().serve(connection);

            together(() -> connection.start(transport, Origins.anonymous()), () -> connection.abort(null));

            int opened = connections.listener().connections().size();
            assertThat(connections.listener().ends()).hasSize(opened);
            assertThat(connections.manager().size()).isZero();
            assertThat(connections.manager().pending()).isZero();
        }
    }

    @Test
    void shouldCountPendingConnectionsRightWhenExpiryMeetsTheStart() throws Exception {
        RawConnections connections = new RawConnections();
        for (int round = 0; round < ROUNDS; round++) {
            TransportConnection connection = connections.negotiated();
            TestTransport transport = TestTransport.webSocket().serve(connection);
            connections.clock().advance(Duration.ofSeconds(16));

            together(() -> connection.start(transport, Origins.anonymous()), connections.manager()::sweep);

            assertThat(connections.manager().pending()).isZero();
            connection.abort(null);
            assertThat(connections.manager().size()).isZero();
        }
    }

    @Test
    void shouldStartOnceWhenTwoTransportsCome() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            RawConnections connections = new RawConnections();
            TransportConnection connection = connections.negotiated();
            StartResult[] results = new StartResult[2];

            together(
                    () -> results[0] = RawConnections.start(connection, TestTransport.webSocket()),
                    () -> results[1] = RawConnections.start(connection, TestTransport.webSocket()));

            assertThat(results).containsExactlyInAnyOrder(StartResult.STARTED, StartResult.ALREADY_STARTED);
            assertThat(connections.listener().connections()).hasSize(1);
        }
    }

    @Test
    void shouldKeepTheOrderOfInputThatMeetsTheStart() throws Exception {
        List<String> chunks = IntStream.range(0, 50).mapToObj(String::valueOf).toList();
        for (int round = 0; round < ROUNDS / 10; round++) {
            RawConnections connections = new RawConnections();
            TransportConnection connection = connections.negotiated();

            together(
                    () -> chunks.forEach(chunk -> connection.receive(bytes(chunk))),
                    () -> RawConnections.start(connection, TestTransport.webSocket()));

            assertThat(connections.listener().received()).isEqualTo(chunks);
            assertThat(connection.waitingInput().hasRoom()).isTrue();
        }
    }

    private void together(Runnable one, Runnable other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<?>> ends = List.of(threads.submit(after(start, one)), threads.submit(after(start, other)));
        for (Future<?> end : ends) {
            end.get(10, TimeUnit.SECONDS);
        }
    }

    private static Runnable after(CyclicBarrier start, Runnable action) {
        return () -> {
            try {
                start.await();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
            action.run();
        };
    }
}
