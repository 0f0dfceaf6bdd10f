// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static ee.signalr.core.test.RawConnections.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.core.connection.Admission.Outcome;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.RecordingListener;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.transport.CloseStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of an application. */
@Timeout(30)
class ManagerStopTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final RawConnections connections = new RawConnections();
    private final RecordingListener listener = connections.listener();
    private final ConnectionManager manager = connections.manager();

    @Test
    void shouldAskEveryConnectionToEndAndReturnWhenAllHave() {
        TestTransport transport = TestTransport.webSocket();
        TransportConnection connection = connections.open(transport);
        connections.negotiated();
        listener.whenEnded(() -> {
            connection.send(message("goodbye"));
            connection.close(CloseStatus.NORMAL);
        });

        manager.stop(LONG);

        assertThat(transport.frames()).containsExactly("goodbye");
        assertThat(transport.closings()).containsExactly(CloseStatus.NORMAL);
        assertThat(listener.ends()).containsExactly(Optional.empty());
        assertThat(manager.size()).isZero();
        assertThat(manager.pending()).isZero();
    }

    @Test
    void shouldCutOffWhatHasNotEndedInTime() {
        TestTransport transport = TestTransport.webSocket();
        connections.open(transport);

        manager.stop(SHORT);

        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(manager.size()).isZero();
    }

    @Test
    void shouldMakeNoConnectionsAnyMore() {
        manager.stop(SHORT);

        assertThat(manager.create(
                                connections.endpoint(), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                        .outcome())
                .isNotEqualTo(Outcome.ADMITTED);
        assertThat(manager.size()).isZero();
        assertThat(manager.pending()).isZero();
    }

    @Test
    void shouldAskTheOthersWhenOneCannotEnd() {
        connections.open(TestTransport.webSocket());
        connections.open(TestTransport.webSocket());
        connections.open(TestTransport.webSocket());
        listener.whenEnded(() -> {
            throw new IllegalStateException("bug");
        });

        assertThatCode(() -> manager.stop(SHORT)).doesNotThrowAnyException();

        assertThat(listener.ends()).hasSize(3);
        assertThat(manager.size()).isZero();
    }

    @Test
    void shouldReturnAsSoonAsTheLastConnectionHasGone() throws InterruptedException {
        TransportConnection connection = connections.open(TestTransport.webSocket());
        CountDownLatch asked = new CountDownLatch(1);
        listener.whenEnded(asked::countDown);
        Thread stopping = new Thread(() -> manager.stop(LONG));
        stopping.start();

        asked.await();
        connection.transportClosed(null);
        stopping.join(Duration.ofSeconds(10).toMillis());

        assertThat(stopping.isAlive()).isFalse();
    }

    @Test
    void shouldHurryWhenInterrupted() throws InterruptedException {
        TestTransport transport = TestTransport.webSocket();
        connections.open(transport);
        CountDownLatch asked = new CountDownLatch(1);
        listener.whenEnded(asked::countDown);
        boolean[] interruptedAfterwards = new boolean[1];
        Thread stopping = new Thread(() -> {
            manager.stop(LONG);
            interruptedAfterwards[0] = Thread.currentThread().isInterrupted();
        });
        stopping.start();

        asked.await();
        stopping.interrupt();
        stopping.join(Duration.ofSeconds(10).toMillis());

        assertThat(stopping.isAlive()).isFalse();
        assertThat(interruptedAfterwards[0]).isTrue();
        assertThat(transport.closings()).containsExactly(CloseStatus.ABORTED);
    }
}
