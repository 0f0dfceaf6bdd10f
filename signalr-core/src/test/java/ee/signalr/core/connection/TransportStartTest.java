// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.transport.CloseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attaching transports, and what came before them. */
class TransportStartTest {

    private final RawConnections connections = new RawConnections();
    private final TestTransport transport = TestTransport.webSocket();
    private final TransportConnection connection = connections.negotiated();

    @Test
    void shouldOpenTheConnectionForItsHandler() {
        assertThat(RawConnections.start(connection, transport)).isEqualTo(StartResult.STARTED);

        assertThat(connections.listener().connections()).containsExactly(connection);
        assertThat(connection.transport()).isSameAs(transport);
        assertThat(connection.transportType()).isEqualTo(TransportType.WEB_SOCKETS);
    }

    @Test
    void shouldRememberWhoOpenedTheTransport() {
        TransportConnection owned = connections.negotiatedBy(Origins.identity("ann", "cook"));
        owned.start(transport.serve(owned), Origins.user("ann"));

        assertThat(owned.caller()).extracting(CallerIdentity::name).isEqualTo("ann");
        assertThat(owned.caller().roles())
                .as("what the later request says holds")
                .isEmpty();
    }

    @Test
    void shouldBelongToWhoeverHasNegotiated() {
        TransportConnection owned = connections.negotiatedBy(Origins.identity("ann"));

        assertThatIllegalArgumentException().isThrownBy(() -> owned.start(transport.serve(owned), Origins.user("bob")));
        assertThatIllegalArgumentException().isThrownBy(() -> owned.start(transport.serve(owned), Origins.anonymous()));
        assertThat(owned.transport()).isNull();
        assertThat(owned.start(transport.serve(owned), Origins.user("ann"))).isEqualTo(StartResult.STARTED);
    }

    @Test
    void shouldKnowNoOriginAndTypeBeforeTheStart() {
        assertThat(connection.transport()).isNull();
        assertThatIllegalStateException().isThrownBy(connection::origin).withMessageContaining(connection.id());
        assertThatIllegalStateException().isThrownBy(connection::transportType).withMessageContaining(connection.id());
    }

    @ParameterizedTest
    @EnumSource(TransportType.class)
    void shouldRefuseASecondTransportOfTheSameType(TransportType type) {
        RawConnections.start(connection, new TestTransport(type));

        assertThat(RawConnections.start(connection, new TestTransport(type))).isEqualTo(StartResult.ALREADY_STARTED);
        assertThat(connections.listener().connections()).hasSize(1);
    }

    @Test
    void shouldRefuseAnotherTypeOfTransportWhileItLives() {
        RawConnections.start(connection, transport);

        assertThat(RawConnections.start(connection, new TestTransport(TransportType.LONG_POLLING)))
                .isEqualTo(StartResult.TRANSPORT_CHANGED);
    }

    @Test
    void shouldRefuseATransportAfterTheEnd() {
        connection.endInput();

        assertThat(RawConnections.start(connection, transport)).isEqualTo(StartResult.ENDED);
        assertThat(connections.listener().connections()).isEmpty();
    }

    @Test
    void shouldRefuseASecondTransportAfterTheEndOfTheFirst() {
        RawConnections.start(connection, transport);
        connection.abort(null);

        assertThat(RawConnections.start(connection, TestTransport.webSocket())).isEqualTo(StartResult.ENDED);
    }

    @Test
    void shouldHandOnEarlyInputInOrder() {
        connection.receive(bytes("a"));
        connection.receive(bytes("b"));
        RawConnections.start(connection, transport);
        connection.receive(bytes("c"));

        assertThat(connections.listener().received()).containsExactly("a", "b", "c");
    }

    @Test
    void shouldKeepOrderWhenMoreArrivesWhileEarlyInputIsHandedOn() {
        connections.listener().whenReceived(text -> {
            if (text.equals("a")) {
                connection.receive(bytes("c"));
            }
        });
        connection.receive(bytes("a"));
        connection.receive(bytes("b"));

        RawConnections.start(connection, transport);

        assertThat(connections.listener().received()).containsExactly("a", "b", "c");
    }

    @Test
    void shouldBoundEarlyInput() {
        connection.receive(new byte[65_536]);
        assertThat(connection.waitingInput().hasRoom()).isTrue();

        connection.receive(new byte[1]);
        assertThat(connection.waitingInput().hasRoom()).isFalse();

        List<String> events = new ArrayList<>();
        connection.waitingInput().whenRoom(() -> events.add("go on"));
        assertThat(events).isEmpty();

        RawConnections.start(connection, transport);
        assertThat(events).containsExactly("go on");
        assertThat(connection.waitingInput().hasRoom()).isTrue();
    }

    @Test
    void shouldFollowTheConfiguredInputLimit() {
        TransportConnection small = new RawConnections()
                .with(Options.APPLICATION_MAX_BUFFER_SIZE, 3L)
                .negotiated();

        small.receive(bytes("abc"));
        assertThat(small.waitingInput().hasRoom()).isTrue();
        small.receive(bytes("d"));
        assertThat(small.waitingInput().hasRoom()).isFalse();
    }

    @Test
    void shouldTellTheEndThatComesWhileEarlyInputIsHandedOn() {
        connections.listener().whenReceived(text -> connection.endInput());
        connection.receive(bytes("a"));
        connection.receive(bytes("b"));

        RawConnections.start(connection, transport);

        assertThat(connections.listener().received()).containsExactly("a");
        assertThat(connections.listener().ends()).containsExactly(Optional.empty());
    }

    @Test
    void shouldTellTheCauseOfAnEndThatComesWhileEarlyInputIsHandedOn() {
        IllegalStateException cause = new IllegalStateException("broken");
        connections.listener().whenReceived(text -> connection.endInput(cause));
        connection.receive(bytes("a"));

        RawConnections.start(connection, transport);

        assertThat(connections.listener().ends()).containsExactly(Optional.of(cause));
    }

    @Test
    void shouldTellTheEndThatComesWhileTheHandlerOpens() {
        connections.listener().whenOpened(opening -> opening.abort(new IllegalStateException("too early")));

        assertThat(RawConnections.start(connection, transport)).isEqualTo(StartResult.STARTED);

        assertThat(connections.listener().ends()).hasSize(1);
        assertThat(transport.closings()).contains(CloseStatus.ABORTED);
        assertThat(connections.manager().size()).isZero();
    }

    @Test
    void shouldEndAConnectionThatItsHandlerCannotOpen() {
        connections.listener().whenOpened(opening -> {
            throw new IllegalStateException("no");
        });

        assertThat(RawConnections.start(connection, transport)).isEqualTo(StartResult.ENDED);

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(connections.manager().size()).isZero();
        assertThat(connections.manager().pending()).isZero();
    }

    @Test
    void shouldDropEarlyInputOfAConnectionThatEnds() {
        connection.receive(new byte[70_000]);
        assertThat(connection.waitingInput().hasRoom()).isFalse();

        connection.endInput();
        connection.receive(bytes("late"));

        assertThat(connection.waitingInput().hasRoom()).isTrue();
        assertThat(connection.takesInput()).isFalse();
    }
}
