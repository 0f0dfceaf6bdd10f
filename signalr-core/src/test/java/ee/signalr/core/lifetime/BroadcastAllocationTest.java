// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import ee.signalr.TransportType;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a broadcast allocates for each client that it reaches, measured by the virtual machine itself. */
class BroadcastAllocationTest {

    private static final int CLIENTS = 1_000;
    private static final int ROUNDS = 50;
    private static final int WARM_UP = 300;
    private static final double BYTES_PER_DELIVERY = 64;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final InMemoryHubLifetimeManager lifetime = new InMemoryHubLifetimeManager();
    private final List<QuietTransport> transports = new ArrayList<>();
    private final List<TransportConnection> connections = new ArrayList<>();
    private final InvocationMessage message =
            new InvocationMessage(Map.of(), null, "receive", List.of("some text of an ordinary length"), null);

    @Test
    void shouldAllocateLittleForClientsThatAreReady() {
        connect(true);

        assertThat(bytesPerDelivery(() -> {})).isLessThanOrEqualTo(BYTES_PER_DELIVERY);
        assertThat(transports).allMatch(transport -> transport.frames == WARM_UP + ROUNDS);
    }

    @Test
    void shouldAllocateLittleForClientsForWhichMessagesWait() {
        connect(false);

        // What leaves in the end is sent on another thread, whose joined frames are not counted here.
        assertThat(bytesPerDelivery(() -> elsewhere(() -> {
                    for (int i = 0; i < CLIENTS; i++) {
                        connections.get(i).ready();
                        connections.get(i).pause();
                    }
                })))
                .isLessThanOrEqualTo(BYTES_PER_DELIVERY);
        assertThat(transports).allMatch(transport -> transport.frames == WARM_UP + ROUNDS);
    }

    private double bytesPerDelivery(Runnable afterwards) {
        for (int i = 0; i < WARM_UP; i++) {
            broadcast();
            afterwards.run();
        }
        long self = Thread.currentThread().getId();
        long allocated = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long before = threads.getThreadAllocatedBytes(self);
            broadcast();
            allocated += threads.getThreadAllocatedBytes(self) - before;
            afterwards.run();
        }
        double perDelivery = (double) allocated / ROUNDS / CLIENTS;
        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, "Bytes per delivered broadcast message: " + perDelivery);
        return perDelivery;
    }

    private void broadcast() {
        lifetime.send(new Audience.All(Set.of()), message);
    }

    private void connect(boolean ready) {
        try (TestServer server = new TestServer(new Object())) {
            RawConnections raw = new RawConnections(CLIENTS);
            for (int i = 0; i < CLIENTS; i++) {
                TransportConnection connection = raw.negotiated();
                QuietTransport transport = new QuietTransport(connection);
                connection.start(transport, Origins.anonymous());
                if (ready) {
                    connection.ready();
                }
                transports.add(transport);
                connections.add(connection);
                lifetime.connected(new HubConnection(connection, server.json(), Runnable::run));
            }
        }
    }

    private static void elsewhere(Runnable action) {
        CountDownLatch done = new CountDownLatch(1);
        new Thread(() -> {
                    action.run();
                    done.countDown();
                })
                .start();
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends at once, and remembers nothing. */
    private static final class QuietTransport implements Transport {

        private final TransportConnection connection;
        private volatile int frames;

        QuietTransport(TransportConnection connection) {
            this.connection = connection;
        }

        @Override
        public TransportType type() {
            return TransportType.WEB_SOCKETS;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one send at a time
        public void send(OutboundMessage frame) {
            frames++;
            connection.sent();
        }

        @Override
        public void close(CloseStatus status) {
            connection.transportClosed(null);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void tick(long now) {
            // nothing to do
        }
    }
}
