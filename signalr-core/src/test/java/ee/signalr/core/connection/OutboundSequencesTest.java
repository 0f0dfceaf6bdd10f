// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.TestTransport.Completion;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever carriers and senders do, in whatever order: nothing is lost, doubled or reordered, and one frame is under way. */
class OutboundSequencesTest {

    /** What can happen to a queue. */
    enum Step {
        SEND,
        HOLD,
        FLUSH,
        READY,
        PAUSE,
        COMPLETE
    }

    @Property(tries = 2_000)
    void shouldDeliverAllInOrder(@ForAll List<Step> steps, @ForAll boolean polling) {
        RawConnections connections = new RawConnections();
        TestTransport transport = new TestTransport(TransportType.LONG_POLLING)
                .completing(Completion.BY_HAND)
                .maximumFrameSize(8);
        if (polling) {
            transport.polling();
        }
        TransportConnection connection = connections.negotiated();
        RawConnections.start(connection, transport);
        List<String> given = new ArrayList<>();
        int completed = 0;

        for (Step step : steps) {
            switch (step) {
                case SEND -> connection.send(message(next(given)));
                case HOLD -> connection.hold(message(next(given)), false);
                case FLUSH -> connection.flush();
                case READY -> connection.ready();
                case PAUSE -> connection.pause();
                case COMPLETE -> completed += completeIfUnderWay(transport, completed);
            }
            assertThat(String.join("", given)).startsWith(String.join("", transport.frames()));
        }
        while (!connection.isOutboundEmpty()) {
            connection.ready();
            completed += completeIfUnderWay(transport, completed);
        }

        assertThat(String.join("", transport.frames())).isEqualTo(String.join("", given));
        assertThat(transport.overlaps()).isZero();
        assertThat(transport.closings()).isEmpty();
    }

    @Property(tries = 500)
    void shouldNeverHoldMoreThanTheLimitAndTheOneMessage(@ForAll List<Step> steps) {
        RawConnections connections = new RawConnections().with(Options.OUTBOUND_BYTE_LIMIT, 20L);
        TestTransport transport = TestTransport.webSocket().completing(Completion.BY_HAND);
        TransportConnection connection = connections.open(transport);
        List<String> given = new ArrayList<>();
        int completed = 0;

        for (Step step : steps) {
            switch (step) {
                case SEND, HOLD -> connection.send(message(next(given)));
                case COMPLETE -> completed += completeIfUnderWay(transport, completed);
                case FLUSH, READY, PAUSE -> connection.flush();
            }
            if (!transport.closings().isEmpty()) {
                int waiting = String.join("", given).length()
                        - String.join("", transport.frames().subList(0, completed))
                                .length();
                assertThat(waiting).isGreaterThan(20);
                assertThat(connection.isOutboundEmpty()).isTrue();
                return;
            }
        }
    }

    private static String next(List<String> given) {
        String text = "<" + given.size() + ">";
        given.add(text);
        return text;
    }

    private static int completeIfUnderWay(TestTransport transport, int completed) {
        if (transport.frames().size() == completed) {
            return 0;
        }
        transport.complete();
        return 1;
    }
}
