// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.transport.CloseStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the sweep ends, and what it leaves alone. */
class ConnectionSweepTest {

    private static final Duration MOMENT = Duration.ofNanos(1);

    private final RawConnections connections = new RawConnections();
    private final ConnectionManager manager = connections.manager();

    @Test
    void shouldForgetWhatNeverConnects() {
        connections.negotiated();
        connections.negotiated();

        sweepAfter(Duration.ofSeconds(15));
        assertThat(manager.size()).isEqualTo(2);

        sweepAfter(MOMENT);
        assertThat(manager.size()).isZero();
        assertThat(manager.pending()).isZero();
        assertThat(connections.listener().connections()).isEmpty();
    }

    @Test
    void shouldRefuseATransportThatComesTooLate() {
        TransportConnection connection = connections.negotiated();
        sweepAfter(Duration.ofSeconds(16));

        assertThat(RawConnections.start(connection, TestTransport.webSocket())).isEqualTo(StartResult.ENDED);
        assertThat(connections.listener().connections()).isEmpty();
    }

    @Test
    void shouldLeaveAnActiveConnectionAlone() {
        TestTransport transport = TestTransport.webSocket();
        connections.open(transport);

        sweepAfter(Duration.ofDays(1));

        assertThat(transport.closings()).isEmpty();
        assertThat(manager.size()).isOne();
    }

    @Test
    void shouldEndAConnectionThatPollsNoMore() {
        TestTransport polls = new TestTransport(TransportType.LONG_POLLING).polling();
        TransportConnection connection = connections.open(polls);
        connection.markInactive();

        sweepAfter(Duration.ofSeconds(15));
        assertThat(polls.closings()).isEmpty();

        sweepAfter(MOMENT);
        assertThat(polls.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.listener().ends()).containsExactly(Optional.empty());
        assertThat(manager.size()).isZero();
    }

    @Test
    void shouldKeepAConnectionThatPollsInTime() {
        TestTransport polls = new TestTransport(TransportType.LONG_POLLING).polling();
        TransportConnection connection = connections.open(polls);
        for (int i = 0; i < 5; i++) {
            connection.markInactive();
            sweepAfter(Duration.ofSeconds(14));
            connection.markActive();
            sweepAfter(Duration.ofSeconds(89));
        }

        assertThat(polls.closings()).isEmpty();
    }

    @Test
    void shouldFollowTheConfiguredDisconnectTimeout() {
        RawConnections hasty = new RawConnections().with(Options.DISCONNECT_TIMEOUT, Duration.ofSeconds(2));
        hasty.negotiated();

        hasty.clock().advance(Duration.ofSeconds(2).plus(MOMENT));
        hasty.manager().sweep();

        assertThat(hasty.manager().size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(TransportType.class)
    void shouldCutOffAPeerThatDoesNotCloseInTime(TransportType type) {
        Duration limit = Duration.ofSeconds(type == TransportType.WEB_SOCKETS ? 5 : 15);
        TestTransport transport = new TestTransport(type).lingering();
        TransportConnection connection = connections.open(transport);
        connection.close(CloseStatus.NORMAL);

        sweepAfter(limit);
        assertThat(transport.closings()).containsExactly(CloseStatus.NORMAL);
        assertThat(manager.size()).isOne();

        sweepAfter(MOMENT);
        assertThat(transport.closings()).containsExactly(CloseStatus.NORMAL, CloseStatus.ABORTED);
        assertThat(manager.size()).isZero();
    }

    @Test
    void shouldForgetWhatNobodyFetches() {
        TestTransport polls = new TestTransport(TransportType.LONG_POLLING).polling();
        TransportConnection connection = connections.open(polls);
        connection.markInactive();
        connection.pause();
        connection.send(message("goodbye"));
        connection.close(CloseStatus.NORMAL);

        sweepAfter(Duration.ofSeconds(15).plus(MOMENT));

        assertThat(polls.frames()).isEmpty();
        assertThat(manager.size()).isZero();
    }

    @Test
    void shouldTickTransportAndListener() {
        TestTransport transport = TestTransport.webSocket();
        connections.open(transport);

        manager.sweep();
        manager.sweep();

        assertThat(transport.ticks()).isEqualTo(2);
        assertThat(connections.listener().ticks()).isEqualTo(2);
    }

    @Test
    void shouldTickOnlyTheTransportOnceTheInputHasEnded() {
        TestTransport transport = TestTransport.webSocket();
        connections.open(transport).endInput();

        manager.sweep();

        assertThat(transport.ticks()).isOne();
        assertThat(connections.listener().ticks()).isZero();
    }

    @Test
    void shouldGoOnWhenOneConnectionFails() {
        for (int i = 0; i < 5; i++) {
            TransportConnection connection = connections.negotiated();
            connection.start(new TickingBomb(connection), Origins.anonymous());
        }
        connections.negotiated();

        assertThatCode(() -> sweepAfter(Duration.ofSeconds(16))).doesNotThrowAnyException();

        assertThat(manager.pending()).isZero();
        assertThat(manager.size()).isEqualTo(5);
    }

    private void sweepAfter(Duration time) {
        connections.clock().advance(time);
        manager.sweep();
    }
}
