// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.TransferFormat;
import ee.signalr.WebSocketSending;
import ee.signalr.core.connection.ServingThread;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import ee.signalr.servlet.fakes.FakeWebSocket;
import ee.signalr.servlet.fakes.FakeWebSocket.Sending;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class FrameSendingTest {

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @AfterEach
    void rest() {
        ServingThread.leave();
    }

    private void work() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private WebSocketFixture fixture(WebSocketSending sending) {
        return WebSocketFixture.sending(sending, tasks::add);
    }

    private static void send(WebSocketFixture fixture, int client, String text) {
        fixture.hub().opened().get(client).send(OutboundMessage.ofText(text));
    }

    private static void serve(WebSocketFixture fixture) {
        ServingThread.enter(fixture.hub().connection());
    }

    @Test
    void shouldWaitForNothingUnlessToldTo() {
        WebSocketFixture fixture = fixture(WebSocketSending.AUTOMATIC);
        FakeWebSocket socket = fixture.open();
        serve(fixture);

        fixture.hub().send("a");

        assertThat(socket.sent()).containsExactly("text a");
        assertThat(tasks).isEmpty();
    }

    @Test
    void shouldHaveAWorkerWait() {
        WebSocketFixture fixture = fixture(WebSocketSending.WORKER);
        FakeWebSocket socket = fixture.open();

        fixture.hub().send("a");
        fixture.hub().send("b");
        fixture.hub().send("c");
        assertThat(socket.sent()).isEmpty();
        assertThat(tasks).hasSize(1);
        work();

        assertThat(socket.sent()).containsExactly("waiting text a", "waiting text bc");
    }

    @Test
    void shouldNeedNoWorkerOnceTheApplicationHasStopped() {
        WebSocketFixture fixture = WebSocketFixture.sending(WebSocketSending.WORKER, task -> {
            throw new RejectedExecutionException("stopped");
        });
        FakeWebSocket socket = fixture.open();

        fixture.hub().send("goodbye");

        assertThat(socket.sent()).containsExactly("text goodbye");
    }

    @Test
    void shouldHaveACallerWaitForItself() {
        WebSocketFixture fixture = fixture(WebSocketSending.CALLER);
        FakeWebSocket socket = fixture.open();
        serve(fixture);

        fixture.hub().send("answer");

        assertThat(socket.sent()).containsExactly("waiting text answer");
    }

    @Test
    void shouldHaveNobodyWaitForOthers() {
        WebSocketFixture fixture = fixture(WebSocketSending.CALLER);
        FakeWebSocket other = fixture.open();
        TransportConnection caller = fixture.upgrade();
        ServingThread.enter(caller);

        send(fixture, 0, "broadcast");

        assertThat(other.sent()).containsExactly("text broadcast");
    }

    @Test
    void shouldSendBytesAsBytes() {
        WebSocketFixture fixture = fixture(WebSocketSending.CALLER);
        FakeWebSocket socket = fixture.open();
        serve(fixture);

        fixture.hub()
                .connection()
                .send(OutboundMessage.of("bytes".getBytes(StandardCharsets.UTF_8), TransferFormat.BINARY));

        assertThat(socket.sent()).containsExactly("waiting binary bytes");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendAllInOrder(WebSocketSending sending) {
        WebSocketFixture fixture = WebSocketFixture.sending(sending, Runnable::run);
        FakeWebSocket socket = fixture.open();
        serve(fixture);

        for (int i = 0; i < 100; i++) {
            fixture.hub().send("x" + i);
        }

        assertThat(socket.sent()).hasSize(100).first().asString().endsWith("x0");
        assertThat(socket.sent()).last().asString().endsWith("x99");
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKER", "CALLER"})
    void shouldNotRecurseHoweverMuchComesMeanwhile(WebSocketSending sending) {
        WebSocketFixture fixture = fixture(sending);
        FakeWebSocket socket = fixture.open();
        serve(fixture);
        int[] left = {50_000};
        socket.whileSending(() -> {
            if (left[0]-- > 0) {
                fixture.hub().send("y");
            }
        });

        fixture.hub().send("x");
        work();

        assertThat(socket.sent()).hasSize(50_001);
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKER", "CALLER"})
    void shouldTakeAFailedSendForAClientThatHasVanished(WebSocketSending sending) {
        WebSocketFixture fixture = fixture(sending);
        fixture.open().sending(Sending.REFUSED);
        serve(fixture);

        fixture.hub().send("x");
        work();

        assertThat(fixture.hub().ends()).containsExactly("in order");
        assertThat(fixture.connections().size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKER", "CALLER"})
    void shouldNotTakeAClientThatHasJustLeftForAFailure(WebSocketSending sending) {
        WebSocketFixture fixture = fixture(sending);
        fixture.open().gone();
        serve(fixture);

        fixture.hub().send("x");
        work();

        assertThat(fixture.hub().ends()).containsExactly("in order");
        assertThat(fixture.connections().size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKER", "CALLER"})
    void shouldSendWhatWaitsBeforeItCloses(WebSocketSending sending) {
        WebSocketFixture fixture = fixture(sending);
        FakeWebSocket socket = fixture.open();
        serve(fixture);

        fixture.hub().send("1");
        fixture.hub().send("2");
        fixture.hub().connection().close(CloseStatus.NORMAL);
        work();

        assertThat(String.join(" ", socket.sent())).contains("1").endsWith("2");
        assertThat(socket.closes()).containsExactly("1000 ''");
    }

    @ParameterizedTest
    @EnumSource(names = {"WORKER", "CALLER"})
    void shouldRefuseToSendBeforeTheWebSocketIsOpen(WebSocketSending sending) {
        WebSocketFixture fixture = fixture(sending);
        fixture.upgrade();

        assertThatThrownBy(() -> fixture.transport().send(OutboundMessage.ofText("early")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldLetOnlySoManyWait() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WaitingSends.MAXIMUM + 1);
        CountDownLatch all = new CountDownLatch(WaitingSends.MAXIMUM);
        CountDownLatch read = new CountDownLatch(1);
        try {
            WebSocketFixture fixture = WebSocketFixture.sending(WebSocketSending.WORKER, workers);
            for (int i = 0; i < WaitingSends.MAXIMUM; i++) {
                fixture.open().whileSending(() -> await(all, read));
                send(fixture, i, "unread");
            }
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            FakeWebSocket another = fixture.open();

            send(fixture, WaitingSends.MAXIMUM, "read");
            workers.submit(() -> {}).get(20, TimeUnit.SECONDS);

            assertThat(another.sent()).containsExactly("text read");
        } finally {
            read.countDown();
            workers.shutdown();
            assertThat(workers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(CountDownLatch all, CountDownLatch read) {
        all.countDown();
        try {
            read.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
