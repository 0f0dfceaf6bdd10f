// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.TestTransport.Completion;
import ee.signalr.core.transport.OutboundMessage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What leaves in which frame, and when. */
class OutboundFramesTest {

    private final RawConnections connections = new RawConnections();
    private final TestTransport transport = TestTransport.webSocket();

    @Test
    void shouldSendAtOnceWhenTransportIsReady() {
        TransportConnection connection = connections.open(transport);

        connection.send(message("a"));
        connection.send(message("b"));

        assertThat(transport.frames()).containsExactly("a", "b");
    }

    @Test
    void shouldHandOnTheVeryMessageWhenItLeavesAlone() {
        TransportConnection connection = connections.open(transport.completing(Completion.BY_HAND));
        OutboundMessage first = message("a");
        OutboundMessage second = message("b");

        connection.send(first);
        connection.send(second);
        transport.complete();

        assertThat(transport.messages())
                .satisfiesExactly(
                        sent -> assertThat(sent).isSameAs(first),
                        sent -> assertThat(sent).isSameAs(second));
    }

    @Test
    void shouldSendNothingBeforeTransportIsReady() {
        TransportConnection connection = connections.negotiated();
        RawConnections.start(connection, transport);

        connection.send(message("a"));
        connection.send(message("b"));
        connection.flush();
        assertThat(transport.frames()).isEmpty();

        connection.ready();
        assertThat(transport.frames()).containsExactly("ab");
    }

    @Test
    void shouldKeepWhatIsSentBeforeTransportHasAttached() {
        TransportConnection connection = connections.negotiated();

        connection.send(message("early"));
        RawConnections.start(connection, transport);
        connection.ready();

        assertThat(transport.frames()).containsExactly("early");
    }

    @Test
    void shouldJoinAllThatWaitsIntoOneFrame() {
        TransportConnection connection = connections.open(transport.completing(Completion.BY_HAND));

        IntStream.range(0, 5).forEach(i -> connection.send(message("<" + i + ">")));
        assertThat(transport.frames()).containsExactly("<0>");

        transport.complete();
        assertThat(transport.frames()).containsExactly("<0>", "<1><2><3><4>");
    }

    @Test
    void shouldCutFramesAtTheTransportsLimitBetweenMessages() {
        TransportConnection connection =
                connections.open(transport.completing(Completion.BY_HAND).maximumFrameSize(5));

        connection.send(message("x"));
        connection.send(message("aa"));
        connection.send(message("bb"));
        connection.send(message("cc"));
        connection.send(message("much too large"));
        connection.send(message("d"));
        IntStream.range(0, 4).forEach(any -> transport.complete());

        assertThat(transport.frames()).containsExactly("x", "aabb", "cc", "much too large", "d");
    }

    @Test
    void shouldSendEachMessageInItsOwnFrameWhenTheyAreNotToBeJoined() {
        connections.listener().separating();
        TransportConnection connection = connections.open(transport.completing(Completion.BY_HAND));

        IntStream.range(0, 3).forEach(i -> connection.send(message("<" + i + ">")));
        IntStream.range(0, 3).forEach(any -> transport.complete());

        assertThat(transport.frames()).containsExactly("<0>", "<1>", "<2>");
    }

    @Test
    void shouldAnswerEachPollWithOneMessageWhenTheyAreNotToBeJoined() {
        connections.listener().separating();
        TransportConnection connection = connections.open(transport.polling());

        IntStream.range(0, 3).forEach(i -> connection.send(message("<" + i + ">")));
        assertThat(transport.frames()).containsExactly("<0>");
        connection.ready();
        assertThat(transport.frames()).containsExactly("<0>", "<1>");
        connection.ready();

        assertThat(transport.frames()).containsExactly("<0>", "<1>", "<2>");
    }

    @Test
    void shouldHoldMessagesUntilFlush() {
        TransportConnection connection = connections.open(transport);

        connection.hold(message("a"), false);
        connection.hold(message("b"), false);
        assertThat(transport.frames()).isEmpty();

        connection.flush();
        assertThat(transport.frames()).containsExactly("ab");
    }

    @Test
    void shouldSendWhatIsHeldBeforeTheNextMessage() {
        TransportConnection connection = connections.open(transport);

        connection.hold(message("held"), false);
        connection.send(message("sent"));

        assertThat(transport.frames()).containsExactly("heldsent");
    }

    @Test
    void shouldKeepOrderWhenAnEmptyMessageIsHeld() {
        TransportConnection connection = connections.open(transport);

        connection.hold(message(""), false);
        connection.send(message("b"));
        connection.flush();

        assertThat(transport.frames()).containsExactly("b");
    }

    @Test
    void shouldSendNothingWhenThereIsNothingToFlush() {
        TransportConnection connection = connections.open(transport);

        connection.flush();
        connection.ready();

        assertThat(transport.frames()).isEmpty();
    }

    @Test
    void shouldTellWhetherAnythingIsLeft() {
        TransportConnection connection = connections.open(transport.completing(Completion.BY_HAND));
        assertThat(connection.isOutboundEmpty()).isTrue();

        connection.send(message("a"));
        assertThat(connection.isOutboundEmpty()).isFalse();

        transport.complete();
        assertThat(connection.isOutboundEmpty()).isTrue();

        connection.hold(message("b"), false);
        assertThat(connection.isOutboundEmpty()).isFalse();
    }

    @Test
    void shouldIgnoreAnOutcomeThatNobodyWaitsFor() {
        TransportConnection connection = connections.open(transport);

        connection.sent();
        connection.send(message("a"));

        assertThat(transport.frames()).containsExactly("a");
    }
}
