// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.core.config.Options;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.TestTransport.Completion;
import ee.signalr.core.transport.CloseStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Carriers that throw, fail or never answer. */
class BrokenTransportTest {

    private final RawConnections connections = new RawConnections();
    private final TestTransport transport = TestTransport.webSocket();
    private final TransportConnection connection = connections.open(transport);

    @Test
    void shouldCutOffTheConnectionInsteadOfThrowingAtTheSender() {
        IllegalStateException broken = new IllegalStateException("a write is in progress");
        transport.failing(broken);

        assertThatCode(() -> connection.send(message("a"))).doesNotThrowAnyException();

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.listener().ends())
                .singleElement()
                .satisfies(end -> assertThat(end).contains(broken));
        assertThat(connections.manager().size()).isZero();
    }

    @Test
    void shouldSurviveErrorsOfTheTransport() {
        transport.failing(new StackOverflowError());

        assertThatCode(() -> connection.send(message("a"))).doesNotThrowAnyException();

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
    }

    @Test
    void shouldCutOffTheConnectionWhenALaterFrameCannotBeSent() {
        transport.completing(Completion.BY_HAND);
        connection.send(message("a"));
        connection.send(message("b"));
        transport.failing(new IllegalStateException("gone"));

        transport.complete();

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat((Object) connection.room()).isSameAs(TransportConnection.ROOM);
    }

    @Test
    void shouldCutOffTheConnectionWhenTheTransportReportsAFailure() {
        transport.completing(Completion.BY_HAND);
        connection.send(message("a"));
        RuntimeException cause = new IllegalStateException("reset by peer");

        connection.sendFailed(transport, cause);

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.listener().ends())
                .singleElement()
                .satisfies(end -> assertThat(end).contains(cause));
    }

    @Test
    void shouldSayGoodbyeToABrokenTransportOnce() {
        transport.failing(new IllegalStateException("gone"));
        connections.listener().whenEnded(() -> {
            connection.send(message("goodbye"));
            connection.close(CloseStatus.NORMAL);
        });

        connection.send(message("a"));

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.listener().ends()).hasSize(1);
    }

    @Test
    void shouldNotStopAtATransportThatCannotBeClosed() {
        transport.failingToClose(new IllegalStateException("closed already"));

        assertThatCode(() -> connection.abort(null)).doesNotThrowAnyException();

        assertThat(connections.manager().size()).isZero();
    }

    @Test
    void shouldCutOffAConnectionWhoseGoodbyeCannotBeWritten() {
        connections.listener().whenEnded(() -> {
            transport.failing(new IllegalStateException("gone"));
            connection.send(message("goodbye"));
            connection.close(CloseStatus.NORMAL);
        });

        connection.endInput();

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.manager().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000})
    void shouldCutOffAConnectionWhoseSendTakesTooLong(long millisTooMuch) {
        transport.completing(Completion.BY_HAND);
        connection.send(message("a"));

        connections.clock().advance(Duration.ofSeconds(10));
        connections.manager().sweep();
        assertThat(transport.closings()).isEmpty();

        connections.clock().advance(Duration.ofMillis(millisTooMuch));
        connections.manager().sweep();

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.listener().ends())
                .singleElement()
                .satisfies(end -> assertThat(end)
                        .get()
                        .isInstanceOf(SendTimeoutException.class)
                        .extracting(Throwable::getMessage)
                        .isEqualTo("A write to connection " + connection.id()
                                + " took longer than transport-send-timeout"));
    }

    @Test
    void shouldMeasureEachSendForItself() {
        transport.completing(Completion.BY_HAND);
        connection.send(message("a"));
        connections.clock().advance(Duration.ofSeconds(9));
        connection.send(message("b"));
        transport.complete();

        connections.clock().advance(Duration.ofSeconds(9));
        connections.manager().sweep();

        assertThat(transport.closings()).isEmpty();
    }

    @Test
    void shouldNotMindWaitingWhenNothingIsUnderWay() {
        connection.hold(message("a"), false);

        connections.clock().advance(Duration.ofHours(1));
        connections.manager().sweep();

        assertThat(transport.closings()).isEmpty();
    }

    @Test
    void shouldFollowTheConfiguredTimeout() {
        RawConnections hasty = new RawConnections().with(Options.TRANSPORT_SEND_TIMEOUT, Duration.ofMillis(20));
        TestTransport slow = TestTransport.webSocket().completing(Completion.BY_HAND);
        hasty.open(slow).send(message("a"));

        hasty.clock().advance(Duration.ofMillis(21));
        hasty.manager().sweep();

        assertThat(slow.closings()).containsExactly(CloseStatus.ABORTED);
    }
}
