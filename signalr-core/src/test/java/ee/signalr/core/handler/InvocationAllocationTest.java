// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import ee.signalr.TransportType;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.core.transport.Transport;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a call with scalar arguments allocates from its bytes to those of its answer, measured by the virtual machine itself. */
class InvocationAllocationTest {

    private static final int ROUNDS = 2_000;
    private static final int WARM_UP = 20_000;
    private static final double BYTES_PER_CALL = 2_048;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final TestServer server = new TestServer(new EchoHub());
    private final byte[] call =
            (TestClient.invocation("1", "echo", "\"some text\"", "42") + "\u001e").getBytes(StandardCharsets.UTF_8);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAllocateLittlePerCall() {
        TransportConnection connection = server.connections()
                .create(server.endpoint(), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();
        CountingTransport transport = new CountingTransport(connection);
        connection.start(transport, Origins.anonymous());
        connection.ready();
        connection.receive("{\"protocol\":\"json\",\"version\":1}\u001e".getBytes(StandardCharsets.UTF_8));
        server.run();
        repeat(connection, WARM_UP);

        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        repeat(connection, ROUNDS);
        double perCall = (double) (threads.getThreadAllocatedBytes(self) - before) / ROUNDS - call.length;

        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, "Bytes per call: " + perCall);
        assertThat(transport.frames).isEqualTo(1 + WARM_UP + ROUNDS);
        assertThat(perCall).isLessThan(BYTES_PER_CALL);
    }

    private void repeat(TransportConnection connection, int times) {
        for (int i = 0; i < times; i++) {
            connection.receive(call.clone());
            server.run();
        }
    }

    /** Takes scalars. */
    static final class EchoHub {

        public String echo(String text, int number) {
            return number == 42 ? text : "";
        }
    }

    /** Sends at once, and remembers nothing. */
    private static final class CountingTransport implements Transport {

        private final TransportConnection connection;
        private int frames;

        CountingTransport(TransportConnection connection) {
            this.connection = connection;
        }

        @Override
        public TransportType type() {
            return TransportType.WEB_SOCKETS;
        }

        @Override
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
