// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.bytes;
import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.RecordingListener;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.TestTransport.Completion;
import ee.signalr.core.transport.CloseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ways in which a connection ends, and who hears of it. */
class ConnectionEndTest {

    private final RawConnections connections = new RawConnections();
    private final RecordingListener listener = connections.listener();
    private final TestTransport transport = TestTransport.webSocket();
    private final TransportConnection connection = connections.open(transport);

    @Test
    void shouldTellTheEndOnceAndTheFirstCauseOnly() {
        IllegalStateException first = new IllegalStateException("first");

        connection.endInput(first);
        connection.endInput();
        connection.abort(new IllegalStateException("second"));
        connection.transportClosed(null);

        assertThat(listener.ends()).containsExactly(Optional.of(first));
    }

    @Test
    void shouldLeaveTheTransportOpenWhenOnlyTheInputEnds() {
        connection.endInput();
        connection.send(message("still listening"));

        assertThat(transport.frames()).containsExactly("still listening");
        assertThat(transport.closings()).isEmpty();
        assertThat(connection.takesInput()).isFalse();
    }

    @Test
    void shouldDropInputAfterTheEnd() {
        connection.receive(bytes("a"));
        connection.endInput();
        connection.receive(bytes("b"));

        assertThat(listener.received()).containsExactly("a");
    }

    @Test
    void shouldSendWhatWaitsBeforeItCloses() {
        transport.completing(Completion.BY_HAND);
        connection.send(message("a"));
        connection.send(message("b"));

        connection.close(CloseStatus.NORMAL);
        connection.send(message("too late"));
        assertThat(transport.closings()).isEmpty();

        transport.complete();
        assertThat(transport.closings()).isEmpty();
        transport.complete();

        assertThat(transport.frames()).containsExactly("a", "b");
        assertThat(transport.closings()).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void shouldSendWhatIsHeldBeforeItCloses() {
        connection.hold(message("held"), false);

        connection.close(CloseStatus.NORMAL);

        assertThat(transport.frames()).containsExactly("held");
        assertThat(transport.closings()).containsExactly(CloseStatus.NORMAL);
    }

    @Test
    void shouldCloseOnceWithTheFirstStatus() {
        TestTransport slow = TestTransport.webSocket().lingering();
        TransportConnection other = connections.open(slow);

        other.close(CloseStatus.ERROR);
        other.close(CloseStatus.NORMAL);

        assertThat(slow.closings()).containsExactly(CloseStatus.ERROR);
    }

    @Test
    void shouldDropWhatWaitsWhenCutOff() {
        transport.completing(Completion.BY_HAND);
        connection.send(message("a"));
        connection.send(message("b"));

        connection.abort(null);
        connection.sent();

        assertThat(transport.frames()).containsExactly("a");
        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
    }

    @Test
    void shouldCutOffWhileItWaitsForTheLastFrame() {
        transport.completing(Completion.BY_HAND);
        connection.send(message("a"));
        connection.close(CloseStatus.NORMAL);

        connection.abort(null);

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.manager().size()).isZero();
    }

    @Test
    void shouldNotCallATransportThatIsGone() {
        connection.transportClosed(null);
        connection.send(message("a"));
        connection.close(CloseStatus.NORMAL);

        assertThat(transport.frames()).isEmpty();
        assertThat(transport.closings()).isEmpty();
        assertThat(connections.manager().size()).isZero();
    }

    @Test
    void shouldTellWhyTheTransportHasGone() {
        IllegalStateException cause = new IllegalStateException("reset");

        connection.transportClosed(cause);

        assertThat(listener.ends()).containsExactly(Optional.of(cause));
    }

    @Test
    void shouldEndTheConnectionWhenItsInputCannotBeHandled() {
        IllegalStateException bug = new IllegalStateException("bug");
        listener.whenReceived(text -> {
            throw bug;
        });

        assertThatCode(() -> connection.receive(bytes("a"))).doesNotThrowAnyException();

        assertThat(listener.ends()).containsExactly(Optional.of(bug));
    }

    @Test
    void shouldEndTheConnectionWhenItsInputLeadsToAnError() {
        listener.whenReceived(text -> {
            throw new StackOverflowError();
        });

        assertThatCode(() -> connection.receive(bytes("a"))).doesNotThrowAnyException();

        assertThat(listener.ends())
                .singleElement()
                .satisfies(end -> assertThat(end).get().isInstanceOf(StackOverflowError.class));
    }

    @Test
    void shouldCutOffAConnectionWhoseEndCannotBeHandled() {
        listener.whenEnded(() -> {
            throw new IllegalStateException("bug");
        });

        assertThatCode(connection::endInput).doesNotThrowAnyException();

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.manager().size()).isZero();
    }

    @Test
    void shouldWakeRequestsThatWaitForRoomWhenItEnds() {
        List<String> events = new ArrayList<>();
        connection.waitingInput().reserve(100_000);
        connection.waitingInput().whenRoom(() -> events.add("woken"));

        connection.endInput();

        assertThat(events).containsExactly("woken");
    }

    @Test
    void shouldWakeRequestsThatWaitForRoomWhenItCloses() {
        List<String> events = new ArrayList<>();
        connection.waitingInput().reserve(100_000);
        connection.waitingInput().whenRoom(() -> events.add("woken"));

        connection.close(CloseStatus.NORMAL);

        assertThat(events).containsExactly("woken");
    }
}
