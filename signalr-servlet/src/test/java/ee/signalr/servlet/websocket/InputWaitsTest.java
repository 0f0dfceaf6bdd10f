// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.servlet.fakes.FakeWebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InputWaitsTest {

    private static final int MORE_THAN_ROOM = 100_000;

    private final ExecutorService server = Executors.newCachedThreadPool();
    private final WebSocketFixture fixture = WebSocketFixture.create();

    @AfterEach
    void stop() throws InterruptedException {
        server.shutdownNow();
        assertThat(server.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    /** A thread of the server delivers a message that the hub is busy with. */
    private Future<?> deliver(WebSocketFixture to, FakeWebSocket socket) {
        to.hub().doing((connection, text) -> connection.waitingInput().reserve(MORE_THAN_ROOM));
        return server.submit(() -> socket.text("work", true));
    }

    private static TransportConnection last(WebSocketFixture of) {
        List<TransportConnection> opened = of.hub().opened();
        return opened.get(opened.size() - 1);
    }

    private static void awaitText(WebSocketFixture of, int messages) {
        await().atMost(Duration.ofSeconds(10)).until(() -> of.hub().received().size() == messages);
    }

    @Test
    void shouldLetTheDeliveringThreadWaitUntilTheHubHasRoom() throws Exception {
        FakeWebSocket socket = fixture.open();
        Future<?> delivery = deliver(fixture, socket);
        awaitText(fixture, 1);
        assertThat(delivery.isDone()).isFalse();

        last(fixture).waitingInput().release(MORE_THAN_ROOM);

        delivery.get(10, TimeUnit.SECONDS);
        assertThat(fixture.hub().ends()).isEmpty();
    }

    @Test
    void shouldLetTheDeliveringThreadGoWhenTheConnectionEnds() throws Exception {
        FakeWebSocket socket = fixture.open();
        Future<?> delivery = deliver(fixture, socket);
        awaitText(fixture, 1);

        last(fixture).abort(null);

        delivery.get(10, TimeUnit.SECONDS);
        assertThat(fixture.hub().ends()).containsExactly("in order");
    }

    @Test
    void shouldCutOffAClientWhoseHubIsBusyForTooLong() throws Exception {
        WebSocketFixture hasty =
                WebSocketFixture.with(Settings.defaults().with(Options.TRANSPORT_SEND_TIMEOUT, Duration.ofMillis(20)));
        FakeWebSocket socket = hasty.open();

        deliver(hasty, socket).get(10, TimeUnit.SECONDS);

        assertThat(hasty.hub().ends()).containsExactly("InputOverflowException");
        assertThat(socket.closes()).hasSize(1);
    }

    @Test
    void shouldCutOffAClientWhenTooManyThreadsWaitAlready() throws Exception {
        List<Future<?>> deliveries = new ArrayList<>();
        for (int i = 0; i < InputWaits.MAXIMUM; i++) {
            deliveries.add(deliver(fixture, fixture.open()));
            awaitText(fixture, i + 1);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> waitingThreads() == InputWaits.MAXIMUM);

        FakeWebSocket unlucky = fixture.open();
        unlucky.text("too much", true);

        assertThat(fixture.hub().ends()).containsExactly("InputOverflowException");
        assertThat(deliveries).noneMatch(Future::isDone);

        fixture.hub().opened().forEach(connection -> connection.abort(null));
        for (Future<?> delivery : deliveries) {
            delivery.get(10, TimeUnit.SECONDS);
        }
    }

    private static long waitingThreads() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> List.of(stack).stream()
                        .anyMatch(frame -> frame.getClassName().equals(InputWaits.class.getName())))
                .count();
    }

    @Test
    void shouldCutOffAClientWhoseThreadTheServerWantsBack() throws Exception {
        FakeWebSocket socket = fixture.open();
        deliver(fixture, socket);
        awaitText(fixture, 1);

        server.shutdownNow();

        await().atMost(Duration.ofSeconds(10)).until(() -> !fixture.hub().ends().isEmpty());
    }

    @Test
    void shouldNotWaitWhileThereIsRoom() {
        FakeWebSocket socket = fixture.open();
        fixture.hub().doing((connection, text) -> connection.waitingInput().reserve(10));

        socket.text("a", true);
        socket.text("b", true);

        assertThat(fixture.hub().text()).isEqualTo("ab");
    }
}
