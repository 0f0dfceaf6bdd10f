// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A well-behaved client that calls and is answered, over and over, while others misbehave. Thread-safe. */
final class Bystander implements AutoCloseable {

    private static final Duration SLOWEST = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonString TEXT = Json.createValue("bystander");

    private final HubSocket socket;
    private final Thread thread = new Thread(this::run, "bystander");
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private volatile boolean stopped;
    private volatile Throwable failure;

    private Bystander(HubSocket socket) {
        this.socket = socket;
    }

    static Bystander at(int port, String hub) {
        Bystander bystander = new Bystander(HubSocket.open(port, hub));
        bystander.thread.start();
        return bystander;
    }

    private void run() {
        try {
            while (!stopped) {
                long started = System.nanoTime();
                String answer = socket.invoke("echo", TEXT).getString("result");
                slowest.accumulateAndGet(System.nanoTime() - started, Math::max);
                assertThat(answer).isEqualTo(TEXT.getString());
                answers.incrementAndGet();
            }
        } catch (RuntimeException | Error ended) {
            failure = ended;
        }
    }

    /** Waits for some answers to calls that begin from now on. */
    void expectAnswers() {
        int before = answers.get();
        await("answers to the bystander").atMost(LIMIT).until(() -> failure != null || answers.get() > before + 3);
        assertThat(failure).isNull();
    }

    /** Stops; fails when any answer was missing or slow. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        socket.close();
        assertThat(failure).isNull();
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(SLOWEST);
    }
}
