// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.TransportType;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.TestTransport.Completion;
import ee.signalr.core.transport.CloseStatus;
import org.junit.jupiter.api.Test;

/** Transports that can only send when their client asks. */
class PollingTransportTest {

    private final RawConnections connections = new RawConnections();
    private final TestTransport transport = new TestTransport(TransportType.LONG_POLLING).polling();
    private final TransportConnection connection = connections.negotiated();

    PollingTransportTest() {
        RawConnections.start(connection, transport);
    }

    @Test
    void shouldAnswerEachPollOnce() {
        connection.ready();
        connection.send(message("a"));
        connection.send(message("b"));
        connection.send(message("c"));
        assertThat(transport.frames()).containsExactly("a");

        connection.ready();
        assertThat(transport.frames()).containsExactly("a", "bc");

        connection.send(message("d"));
        assertThat(transport.frames()).containsExactly("a", "bc");
    }

    @Test
    void shouldAnswerAPollThatComesBeforeTheLastAnswerIsReported() {
        transport.completing(Completion.BY_HAND);
        connection.ready();
        connection.send(message("a"));
        connection.send(message("b"));

        connection.ready();
        transport.complete();
        assertThat(transport.frames()).containsExactly("a", "b");

        transport.complete();
        connection.send(message("c"));
        assertThat(transport.frames()).containsExactly("a", "b");
    }

    @Test
    void shouldSendNothingAfterAPollHasTimedOut() {
        connection.ready();

        assertThat(connection.pause()).isTrue();
        connection.send(message("a"));
        assertThat(transport.frames()).isEmpty();

        connection.ready();
        assertThat(transport.frames()).containsExactly("a");
    }

    @Test
    void shouldRefuseToPauseWhileAFrameIsOnItsWay() {
        transport.completing(Completion.BY_HAND);
        connection.ready();
        connection.send(message("a"));

        assertThat(connection.pause()).isFalse();

        transport.complete();
        assertThat(connection.pause()).isTrue();
    }

    @Test
    void shouldKeepHeldMessagesForThePollWhenFlushedWhilePaused() {
        connection.hold(message("a"), false);
        connection.flush();
        assertThat(transport.frames()).isEmpty();

        connection.ready();
        assertThat(transport.frames()).containsExactly("a");
    }

    @Test
    void shouldCloseOnlyWhenThePollsHaveFetchedWhatIsLeft() {
        connection.send(message("a"));
        connection.send(message("goodbye"));
        connection.close(CloseStatus.NORMAL);
        assertThat(transport.closings()).isEmpty();

        connection.ready();

        assertThat(transport.frames()).containsExactly("agoodbye");
        assertThat(transport.closings()).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void shouldCloseAtOnceWhenNothingIsLeftAndNobodyAsks() {
        connection.close(CloseStatus.NORMAL);

        assertThat(transport.closings()).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void shouldCloseAfterTheLastOfSeveralFrames() {
        transport.maximumFrameSize(1);
        connection.send(message("a"));
        connection.send(message("b"));
        connection.close(CloseStatus.NORMAL);

        connection.ready();
        assertThat(transport.frames()).containsExactly("a");
        assertThat(transport.closings()).isEmpty();

        connection.ready();
        assertThat(transport.frames()).containsExactly("a", "b");
        assertThat(transport.closings()).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void shouldTellThatItIsPausedForGoodWhenClosed() {
        connection.abort(null);

        assertThat(connection.pause()).isTrue();
    }
}
