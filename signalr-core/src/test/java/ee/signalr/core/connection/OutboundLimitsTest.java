// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.TestTransport.Completion;
import ee.signalr.core.transport.CloseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How much may wait for a client, and how senders learn of it. */
class OutboundLimitsTest {

    private final RawConnections connections =
            new RawConnections().with(Options.OUTBOUND_BYTE_LIMIT, 10L).with(Options.TRANSPORT_MAX_BUFFER_SIZE, 4L);
    private final TestTransport transport = TestTransport.webSocket().completing(Completion.BY_HAND);
    private final TransportConnection connection = connections.open(transport);

    @Test
    void shouldAcceptUpToTheLimitExactly() {
        connection.send(message("12345"));
        connection.send(message("67890"));

        assertThat(transport.closings()).isEmpty();
        transport.complete();
        assertThat(transport.frames()).containsExactly("12345", "67890");
    }

    @Test
    void shouldCutOffAConnectionForWhichTooMuchWaits() {
        connection.send(message("12345"));
        connection.send(message("67890"));

        connection.send(message("x"));

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.listener().ends()).hasSize(1);
        assertThat(connections.listener().ends().get(0))
                .get()
                .isInstanceOf(OutboundOverflowException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("More than 10 bytes (outbound-byte-limit) wait for connection " + connection.id());
        assertThat(connections.manager().size()).isZero();
    }

    @Test
    void shouldCountHeldMessagesToo() {
        connection.hold(message("1234567890"), false);
        connection.hold(message("x"), false);

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
    }

    @Test
    void shouldAcceptOneMessageOfAnySizeWhenNothingWaits() {
        connection.send(message("larger than ten bytes"));

        assertThat(transport.frames()).containsExactly("larger than ten bytes");
        assertThat(transport.closings()).isEmpty();
    }

    @Test
    void shouldLeaveOtherConnectionsAloneWhenOneOverflows() {
        TestTransport fine = TestTransport.webSocket();
        TransportConnection other = connections.open(fine);

        connection.send(message("1234567890"));
        connection.send(message("x"));
        other.send(message("hello"));

        assertThat(fine.frames()).containsExactly("hello");
        assertThat(connections.manager().size()).isOne();
    }

    @Test
    void shouldDropWhatIsSentAfterTheEnd() {
        connection.abort(null);

        connection.send(message("late"));
        connection.hold(message("later"), false);
        connection.flush();

        assertThat(transport.frames()).isEmpty();
        assertThat(connection.isOutboundEmpty()).isTrue();
    }

    @Test
    void shouldShareOneCompleteStageWhileThereIsRoom() {
        connection.send(message("123"));

        assertThat((Object) connection.room()).isSameAs(TransportConnection.ROOM);
        assertThat(TransportConnection.ROOM.toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldCompleteStagesWhenThereIsRoomAgain() {
        connection.send(message("1234"));
        connection.send(message("5"));
        CompletableFuture<Void> first = connection.room().toCompletableFuture();
        CompletableFuture<Void> second = connection.room().toCompletableFuture();
        assertThat(first).isNotDone();

        transport.complete();

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat((Object) connection.room()).isSameAs(TransportConnection.ROOM);
    }

    @Test
    void shouldKeepStagesWaitingWhileStillTooMuchIsLeft() {
        connection.send(message("1"));
        connection.send(message("2345"));
        CompletableFuture<Void> room = connection.room().toCompletableFuture();

        transport.complete();
        assertThat(room).isNotDone();

        transport.complete();
        assertThat(room).isCompleted();
    }

    @Test
    void shouldCompleteStagesWhenTheConnectionEnds() {
        connection.send(message("123456"));
        CompletableFuture<Void> room = connection.room().toCompletableFuture();

        connection.abort(null);

        assertThat(room).isCompleted();
        assertThat((Object) connection.room()).isSameAs(TransportConnection.ROOM);
    }

    @Test
    void shouldCompleteStagesWhenSendsCompleteInline() {
        TestTransport polled = TestTransport.webSocket().polling();
        TransportConnection slow = connections.negotiated();
        RawConnections.start(slow, polled);
        slow.send(message("123456"));
        List<String> events = new ArrayList<>();
        slow.room().thenRun(() -> events.add("room"));

        slow.ready();

        assertThat(events).containsExactly("room");
    }

    @Test
    void shouldKeepWaitersApartFromTheQueue() {
        connection.send(message("123456"));
        CompletableFuture<Void> room = connection.room().toCompletableFuture();

        room.complete(null);
        transport.complete();

        assertThat((Object) connection.room()).isSameAs(TransportConnection.ROOM);
        assertThat(connections.listener().ends()).isEqualTo(List.<Optional<Throwable>>of());
    }
}
