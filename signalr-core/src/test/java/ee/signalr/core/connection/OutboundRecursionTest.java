// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Transports that complete each send within the call must not make the stack grow. */
class OutboundRecursionTest {

    private static final int MANY = 100_000;

    private final RawConnections connections = new RawConnections().with(Options.OUTBOUND_BYTE_LIMIT, Long.MAX_VALUE);

    @Test
    void shouldSendManyWaitingFramesWithoutRecursion() {
        TestTransport transport = TestTransport.webSocket().maximumFrameSize(1);
        TransportConnection connection = connections.negotiated();
        RawConnections.start(connection, transport);
        for (int i = 0; i < MANY; i++) {
            connection.send(message("x"));
        }

        connection.ready();

        assertThat(transport.frames()).hasSize(MANY);
        assertThat(transport.overlaps()).isZero();
    }

    @Test
    void shouldSendFromWithinASendWithoutRecursion() {
        AtomicInteger depth = new AtomicInteger();
        AtomicInteger deepest = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        TransportConnection connection = connections.negotiated();
        connection.start(
                new SelfFeedingTransport(connection, () -> {
                    deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
                    if (sent.incrementAndGet() < MANY) {
                        connection.send(message("again"));
                    }
                    depth.decrementAndGet();
                }),
                Origins.anonymous());
        connection.ready();

        connection.send(message("first"));

        assertThat(sent).hasValue(MANY);
        assertThat(deepest).hasValue(1);
    }
}
