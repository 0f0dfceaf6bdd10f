// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.TransportType;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads send at once over a transport that completes inline, or later on other threads, as chance will have it. */
@Timeout(60)
class OutboundOrderTest {

    private static final int SENDERS = 4;
    private static final int MESSAGES = 3_000;

    private final RawConnections connections = new RawConnections();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldKeepTheOrderOfEachSenderAndLoseNothing(long seed) throws Exception {
        ErraticTransport transport = new ErraticTransport(seed);
        TransportConnection connection = open(transport);

        runTogether(SENDERS, sender -> {
            Random random = new Random(seed * 31 + sender);
            for (int i = 0; i < MESSAGES; i++) {
                OutboundMessage message = message(sender + ":" + i + ";");
                if (random.nextInt(4) == 0) {
                    connection.hold(message, false);
                } else {
                    connection.send(message);
                }
            }
            connection.flush();
        });
        transport.awaitMessages(SENDERS * MESSAGES);

        assertThat(transport.overlaps).hasValue(0);
        assertThat(connection.isOutboundEmpty()).isTrue();
        assertThat(perSender(transport.messages()))
                .hasSize(SENDERS)
                .allSatisfy((sender, numbers) ->
                        assertThat(numbers).hasSize(MESSAGES).isSorted());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void shouldSendAllThatCameBeforeAnOrderlyCloseAndThenClose(long seed) throws Exception {
        ErraticTransport transport = new ErraticTransport(seed);
        TransportConnection connection = open(transport);
        for (int i = 0; i < MESSAGES; i++) {
            connection.send(message("0:" + i + ";"));
        }

        runTogether(2, worker -> {
            if (worker == 0) {
                connection.close(CloseStatus.NORMAL);
            } else {
                connection.flush();
            }
        });
        transport.awaitMessages(MESSAGES);
        transport.awaitClosed();

        assertThat(perSender(transport.messages()).get("0")).hasSize(MESSAGES).isSorted();
        assertThat(transport.overlaps).hasValue(0);
        assertThat(transport.closings).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void shouldEndOnceHoweverManyCloseAndAbortAtATime() throws Exception {
        for (int round = 0; round < 300; round++) {
            ErraticTransport transport = new ErraticTransport(round);
            RawConnections single = new RawConnections();
            TransportConnection connection = single.negotiated();
            transport.connection = connection;
            connection.start(transport, Origins.anonymous());
            connection.ready();
            single.listener().whenEnded(() -> connection.close(CloseStatus.NORMAL));

            runTogether(SENDERS, worker -> {
                connection.send(message("x"));
                switch (worker) {
                    case 0 -> connection.abort(new IllegalStateException("cut off"));
                    case 1 -> connection.endInput();
                    case 2 -> connection.transportClosed(null);
                    default -> connection.close(CloseStatus.ERROR);
                }
            });

            assertThat(single.listener().ends()).hasSize(1);
            assertThat(single.manager().size()).isZero();
            assertThat(single.manager().pending()).isZero();
            assertThat(connection.isOutboundEmpty()).isTrue();
        }
    }

    private TransportConnection open(ErraticTransport transport) {
        TransportConnection connection = connections.negotiated();
        transport.connection = connection;
        connection.start(transport, Origins.anonymous());
        connection.ready();
        return connection;
    }

    private static Map<String, List<Integer>> perSender(List<String> messages) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (String message : messages) {
            String[] parts = message.split(":");
            numbers.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(Integer.valueOf(parts[1]));
        }
        return numbers;
    }

    /** What one of several threads does. */
    private interface Work {
        void run(int worker) throws Exception;
    }

    private void runTogether(int workers, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(workers);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            int worker = i;
            Callable<Void> task = () -> {
                start.await();
                work.run(worker);
                return null;
            };
            ends.add(threads.submit(task));
        }
        for (Future<?> end : ends) {
            end.get(30, TimeUnit.SECONDS);
        }
    }

    /** Completes some sends inline and others on another thread. */
    private final class ErraticTransport implements Transport {

        private final Random random;
        private final List<String> frames = new ArrayList<>();
        private final List<CloseStatus> closings = new CopyOnWriteArrayList<>();
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger overlaps = new AtomicInteger();
        private final AtomicInteger count = new AtomicInteger();
        private volatile TransportConnection connection = connections.negotiated();

        ErraticTransport(long seed) {
            random = new Random(seed);
        }

        @Override
        public TransportType type() {
            return TransportType.WEB_SOCKETS;
        }

        @Override
        public void send(OutboundMessage frame) {
            if (underWay.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            frames.add(frame.text());
            boolean inline = random.nextBoolean();
            count.addAndGet((int) frame.text().chars().filter(c -> c == ';').count());
            if (inline) {
                complete();
            } else {
                threads.execute(this::complete);
            }
        }

        private void complete() {
            underWay.decrementAndGet();
            connection.sent();
        }

        @Override
        public void close(CloseStatus status) {
            closings.add(status);
            connection.transportClosed(null);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public int maximumFrameSize() {
            return 512;
        }

        @Override
        public void tick(long now) {
            // nothing to do
        }

        void awaitMessages(int expected) {
            await().until(() -> count.get() >= expected && connection.isOutboundEmpty());
        }

        void awaitClosed() {
            await().until(() -> !closings.isEmpty());
        }

        /** The messages in the order in which they left; to be asked when nothing is under way. */
        List<String> messages() {
            return frames.stream()
                    .flatMap(frame -> Arrays.stream(frame.split(";")))
                    .toList();
        }
    }
}
