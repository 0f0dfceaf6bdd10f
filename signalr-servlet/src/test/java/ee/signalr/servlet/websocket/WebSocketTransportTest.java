// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import ee.signalr.TransferFormat;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.servlet.fakes.FakeWebSocket;
import ee.signalr.servlet.fakes.FakeWebSocket.Sending;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WebSocketTransportTest {

    private final WebSocketFixture fixture = WebSocketFixture.create();

    @Test
    void shouldLetNoTimeLimitOfTheServerEndTheWebSocket() {
        assertThat(fixture.open().settings()).containsOnly(java.util.Map.entry("idle", 0L));
    }

    @Test
    void shouldSendTextAsTextAndBytesAsBytes() {
        FakeWebSocket socket = fixture.open();

        fixture.hub().send("text");
        fixture.hub()
                .connection()
                .send(OutboundMessage.of("bytes".getBytes(StandardCharsets.UTF_8), TransferFormat.BINARY));

        assertThat(socket.sent()).containsExactly("text text", "binary bytes");
    }

    @Test
    void shouldSendNothingBeforeTheWebSocketIsOpen() {
        fixture.upgrade();
        fixture.hub().send("a");
        fixture.hub().send("b");
        assertThat(fixture.hub().connection().transport().isOpen()).isFalse();

        FakeWebSocket socket = fixture.server().open();

        assertThat(socket.sent()).containsExactly("text ab");
        assertThat(fixture.hub().connection().transport().isOpen()).isTrue();
    }

    @Test
    void shouldHaveOneSendUnderWayAndJoinWhatWaits() {
        FakeWebSocket socket = fixture.open().sending(Sending.LATER);
        fixture.hub().send("1");
        fixture.hub().send("2");
        fixture.hub().send("3");
        assertThat(socket.sent()).containsExactly("text 1");

        socket.succeed();

        assertThat(socket.sent()).containsExactly("text 1", "text 23");
    }

    @Test
    void shouldNotRecurseWhenTheServerReportsInline() {
        FakeWebSocket socket = fixture.open();
        fixture.hub().doing((connection, text) -> {
            for (int i = 0; i < 100_000; i++) {
                connection.send(OutboundMessage.ofText("x"));
            }
        });

        socket.text("go", true);

        assertThat(socket.sent()).hasSize(100_000);
    }

    @Test
    void shouldAllocateNothingForASend() {
        WebSocketTransport transport =
                (WebSocketTransport) upgradeTo(new SilentWebSocket()).transport();
        OutboundMessage message = OutboundMessage.ofText("shared by all");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        sendOften(transport, message);

        long before = threads.getCurrentThreadAllocatedBytes();
        sendOften(transport, message);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated / 10_000).isZero();
    }

    private static void sendOften(WebSocketTransport transport, OutboundMessage message) {
        for (int i = 0; i < 10_000; i++) {
            transport.send(message);
        }
    }

    private TransportConnection upgradeTo(SilentWebSocket silent) {
        TransportConnection connection = fixture.upgrade();
        ((WebSocketTransport) connection.transport()).opened(silent.session());
        return connection;
    }

    static Stream<Arguments> closes() {
        return Stream.of(
                arguments(CloseStatus.NORMAL, "1000 ''"),
                arguments(CloseStatus.FAREWELL, "1000 ''"),
                arguments(CloseStatus.ERROR, "1011 ''"),
                arguments(CloseStatus.ABORTED, "1011 ''"));
    }

    @ParameterizedTest
    @MethodSource("closes")
    void shouldCloseWithTheCodeForTheReasonAndNoText(CloseStatus status, String close) {
        FakeWebSocket socket = fixture.open();

        fixture.hub().connection().transport().close(status);
        fixture.hub().connection().transport().close(status);

        assertThat(socket.closes()).containsExactly(close);
        assertThat(fixture.hub().connection().transport().isOpen()).isFalse();
    }

    @Test
    void shouldSendWhatWaitsBeforeItCloses() {
        FakeWebSocket socket = fixture.open().sending(Sending.LATER);
        fixture.hub().send("1");
        fixture.hub().send("2");
        fixture.hub().connection().close(CloseStatus.NORMAL);
        socket.succeed();
        assertThat(socket.closes()).isEmpty();

        socket.succeed();

        assertThat(socket.sent()).containsExactly("text 1", "text 2");
        assertThat(socket.closes()).containsExactly("1000 ''");
    }

    @Test
    void shouldCloseAsSoonAsItOpensWhenTheHubHasClosedMeanwhile() {
        fixture.upgrade().close(CloseStatus.NORMAL);

        assertThat(fixture.server().open().closes()).containsExactly("1000 ''");
    }

    @ParameterizedTest
    @CsvSource({"1000", "1001", "1006", "1009"})
    void shouldEndTheConnectionInOrderHoweverTheWebSocketCloses(int code) {
        FakeWebSocket socket = fixture.open();

        socket.closed(code);

        assertThat(fixture.hub().ends()).containsExactly("in order");
        assertThat(fixture.connections().size()).isZero();
        assertThat(socket.closes()).isEmpty();
    }

    @Test
    void shouldNotEndTheConnectionTwice() {
        FakeWebSocket socket = fixture.open();
        socket.error(new IOException("reset"));
        socket.closed(1006);
        socket.closed(1006);

        assertThat(fixture.hub().ends()).hasSize(1);
    }

    @Test
    void shouldTakeAFailedSendForAClientThatHasVanished() {
        FakeWebSocket socket = fixture.open().sending(Sending.LATER);
        fixture.hub().send("x");

        socket.fail(new IOException("reset by peer"));

        assertThat(fixture.hub().ends()).containsExactly("in order");
        assertThat(socket.closes()).hasSize(1);
        assertThat(fixture.connections().size()).isZero();
    }

    @Test
    void shouldLetUndertowAnswerAClientWhoseCloseFrameMakesASendFail() {
        WebSocketFixture ahead = WebSocketFixture.on(new UndertowAdapter());
        FakeWebSocket socket = ahead.open().sending(Sending.LATER);
        ahead.hub().send("x");

        socket.fail(new IOException("UT003035: Connection closed"));
        assertThat(socket.closes()).isEmpty();
        socket.closed(1000);

        assertThat(ahead.hub().ends()).containsExactly("in order");
        assertThat(socket.closes()).isEmpty();
    }

    @Test
    void shouldNotWaitForUndertowForEverWhenASendFails() {
        WebSocketFixture ahead = WebSocketFixture.on(new UndertowAdapter());
        FakeWebSocket socket = ahead.open().sending(Sending.LATER);
        ahead.hub().send("x");
        socket.fail(new IOException("reset by peer"));

        ahead.pass(Duration.ofSeconds(2));

        assertThat(ahead.hub().ends()).containsExactly("in order");
        assertThat(socket.closes()).hasSize(1);
        assertThat(ahead.connections().size()).isZero();
    }

    @Test
    void shouldTellTheHubOfASendThatTheServerRefuses() {
        fixture.open().sending(Sending.REFUSED);

        fixture.hub().send("x");

        assertThat(fixture.hub().ends()).containsExactly("IllegalStateException");
    }

    @Test
    void shouldCutOffAClientThatDoesNotRead() {
        FakeWebSocket socket = fixture.open().sending(Sending.LATER);
        fixture.hub().send("unread");

        fixture.pass(Duration.ofSeconds(11));

        assertThat(fixture.hub().ends()).containsExactly("SendTimeoutException");
        assertThat(socket.closes()).containsExactly("1011 ''");
    }

    @Test
    void shouldForgetAClientThatDoesNotAnswerTheClose() {
        fixture.open();
        fixture.hub().connection().close(CloseStatus.NORMAL);

        fixture.pass(Duration.ofSeconds(5));
        assertThat(fixture.connections().size()).isEqualTo(1);

        fixture.pass(Duration.ofSeconds(1));
        assertThat(fixture.connections().size()).isZero();
    }

    @Test
    void shouldNeverCloseOnTheThreadOfTheCaller() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        WebSocketFixture patient = WebSocketFixture.closingOn(tasks::add);
        FakeWebSocket socket = patient.open();

        patient.hub().connection().abort(null);
        assertThat(socket.closes()).isEmpty();

        tasks.remove().run();
        assertThat(socket.closes()).hasSize(1);
    }

    @Test
    void shouldCloseOnTheDeliveringThreadWhenInputIsBeingDelivered() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        WebSocketFixture patient = WebSocketFixture.closingOn(tasks::add);
        FakeWebSocket socket = patient.open();
        List<Integer> closesWithinDelivery = new ArrayList<>();
        patient.hub().doing((connection, text) -> {
            connection.abort(null);
            closesWithinDelivery.add(socket.closes().size());
        });

        socket.text("first", true);
        socket.text("second", true);

        assertThat(closesWithinDelivery).containsExactly(0);
        assertThat(tasks).isEmpty();
        assertThat(socket.closes()).hasSize(1);
    }

    @Test
    void shouldLeaveClosingToTheServerWhenTheApplicationHasStopped() {
        WebSocketFixture stopped = WebSocketFixture.closingOn(task -> {
            throw new RejectedExecutionException("stopped");
        });
        FakeWebSocket socket = stopped.open();

        stopped.hub().connection().abort(null);

        assertThat(socket.closes()).isEmpty();
        assertThat(stopped.connections().size()).isZero();
    }

    @Test
    void shouldLetAClientThatHasBeenToldCloseFirst() {
        FakeWebSocket socket = fixture.open();

        fixture.hub().connection().close(CloseStatus.FAREWELL);
        assertThat(socket.closes()).isEmpty();

        socket.closed(1000);
        fixture.pass(Duration.ofSeconds(2));
        assertThat(socket.closes()).isEmpty();
        assertThat(fixture.connections().size()).isZero();
    }

    @Test
    void shouldCloseOnceAClientThatDoesNotHasHadAWholeSecond() {
        FakeWebSocket socket = fixture.open();

        fixture.hub().connection().close(CloseStatus.FAREWELL);
        fixture.pass(Duration.ofSeconds(1));
        // For all the sweep knows the goodbye was a moment ago.
        assertThat(socket.closes()).isEmpty();

        fixture.pass(Duration.ofSeconds(2));
        assertThat(socket.closes()).containsExactly("1000 ''");
    }

    @Test
    void shouldCloseOnceThoughAClientThatHasBeenToldGoesOnSending() {
        FakeWebSocket socket = fixture.open();

        fixture.hub().connection().close(CloseStatus.FAREWELL);
        socket.text("too late", true);
        fixture.pass(Duration.ofSeconds(2));

        assertThat(socket.closes()).containsExactly("1000 ''");
    }

    @Test
    void shouldCloseOnceThoughTheThreadToDoItIsLate() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        WebSocketFixture late = WebSocketFixture.closingOn(tasks::add);
        late.open();

        late.hub().connection().close(CloseStatus.FAREWELL);
        late.pass(Duration.ofSeconds(3));

        assertThat(tasks).hasSize(1);
    }

    @Test
    void shouldLetTheClientCloseFirstThoughInputIsBeingDeliveredWhenTheServerReadsAhead() {
        WebSocketFixture ahead = WebSocketFixture.on(new UndertowAdapter());
        FakeWebSocket socket = ahead.open();
        ahead.hub().doing((connection, text) -> connection.close(CloseStatus.FAREWELL));

        socket.text("goodbye", true);
        assertThat(socket.closes()).isEmpty();

        ahead.pass(Duration.ofSeconds(2));
        assertThat(socket.closes()).containsExactly("1000 ''");
    }

    @Test
    void shouldCloseAtOnceWhoIsToldNothingWhereverTheServerReads() {
        WebSocketFixture ahead = WebSocketFixture.on(new UndertowAdapter());
        FakeWebSocket socket = ahead.open();
        ahead.hub().doing((connection, text) -> connection.close(CloseStatus.NORMAL));

        socket.text("enough", true);

        assertThat(socket.closes()).containsExactly("1000 ''");
    }

    @Test
    void shouldNotWaitForAClientThatIsCutOff() {
        FakeWebSocket socket = fixture.open();

        fixture.hub().connection().close(CloseStatus.FAREWELL);
        fixture.hub().connection().abort(null);

        assertThat(socket.closes()).containsExactly("1000 ''");
    }

    @Test
    void shouldSurviveAWebSocketThatCannotBeClosed() {
        FakeWebSocket socket = fixture.open().failingToClose();

        fixture.hub().connection().close(CloseStatus.NORMAL);

        assertThat(socket.closes()).hasSize(1);
    }
}
