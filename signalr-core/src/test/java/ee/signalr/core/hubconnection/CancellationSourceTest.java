// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.hubconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.CancellationToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A signal and those who wait for it. */
class CancellationSourceTest {

    private final CancellationSource source = new CancellationSource();
    private final List<String> events = new ArrayList<>();

    @Test
    void shouldFireOnceAndStayFired() {
        source.onCancel(() -> events.add("a"));
        assertThat(source.isCancelled()).isFalse();

        source.cancel();
        source.cancel();

        assertThat(source.isCancelled()).isTrue();
        assertThat(events).containsExactly("a");
    }

    @Test
    void shouldRunAtOnceWhatComesTooLate() {
        source.cancel();

        source.onCancel(() -> events.add("at once"));

        assertThat(events).containsExactly("at once");
    }

    @Test
    void shouldHaveFiredWhenActionsRun() {
        source.onCancel(() -> events.add("cancelled: " + source.isCancelled()));

        source.cancel();

        assertThat(events).containsExactly("cancelled: true");
    }

    @Test
    void shouldNotRunWhatHasBeenWithdrawn() {
        CancellationToken.Registration withdrawn = source.onCancel(() -> events.add("a"));
        source.onCancel(() -> events.add("b"));

        withdrawn.close();
        withdrawn.close();
        source.cancel();
        withdrawn.close();

        assertThat(events).containsExactly("b");
    }

    @Test
    void shouldKeepEqualActionsApart() {
        Runnable action = () -> events.add("x");
        source.onCancel(action);
        source.onCancel(action).close();
        source.onCancel(action);

        source.cancel();

        assertThat(events).containsExactly("x", "x");
    }

    @Test
    void shouldRunTheOthersWhenOneFails() {
        source.onCancel(() -> {
            throw new IllegalStateException("bug");
        });
        source.onCancel(() -> {
            throw new StackOverflowError();
        });
        source.onCancel(() -> events.add("c"));

        assertThatCode(source::cancel).doesNotThrowAnyException();

        assertThat(events).containsExactly("c");
    }

    @Test
    void shouldLetActionsRegisterAndWithdraw() {
        CancellationToken.Registration other = source.onCancel(() -> events.add("other"));
        source.onCancel(() -> {
            other.close();
            source.onCancel(() -> events.add("inner"));
        });

        source.cancel();

        assertThat(events).contains("inner");
    }

    @Test
    @Timeout(60)
    void shouldRunEachActionExactlyOnceWhenRegistrationMeetsTheSignal() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 2_000; round++) {
                CancellationSource racing = new CancellationSource();
                CyclicBarrier start = new CyclicBarrier(2);
                AtomicInteger run = new AtomicInteger();
                Future<?> registers = threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 5; i++) {
                        racing.onCancel(run::incrementAndGet);
                    }
                    return null;
                });
                Future<?> fires = threads.submit(() -> {
                    start.await();
                    racing.cancel();
                    return null;
                });
                registers.get(10, TimeUnit.SECONDS);
                fires.get(10, TimeUnit.SECONDS);
                assertThat(run).hasValue(5);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
