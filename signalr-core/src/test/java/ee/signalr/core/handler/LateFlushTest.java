// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.core.test.ManualTimer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One timer task for all that hold something. */
class LateFlushTest {

    private final ManualTimer timer = new ManualTimer();
    private final LateFlush lateFlush = new LateFlush(timer);
    private final List<String> events = new ArrayList<>();

    @Test
    void shouldFlushAboutAMillisecondLater() {
        lateFlush.request(() -> events.add("a"));
        assertThat(events).isEmpty();
        assertThat(timer.delaysInMicros()).containsExactly(1_000L);

        timer.fire();
        assertThat(events).containsExactly("a");
    }

    @Test
    void shouldUseOneTaskForAllThatAskMeanwhile() {
        lateFlush.request(() -> events.add("a"));
        lateFlush.request(() -> events.add("b"));
        assertThat(timer.pending()).isOne();

        timer.fire();
        assertThat(events).containsExactly("a", "b");
    }

    @Test
    void shouldAskForNoTimeWhenNobodyHoldsAnything() {
        lateFlush.request(() -> events.add("a"));
        timer.fire();

        assertThat(timer.pending()).isZero();

        lateFlush.request(() -> events.add("b"));
        assertThat(timer.pending()).isOne();
    }

    @Test
    void shouldServeRequestsThatComeWhileItFlushes() {
        lateFlush.request(() -> {
            events.add("a");
            lateFlush.request(() -> events.add("b"));
        });

        timer.fire();
        timer.fire();

        assertThat(events).containsExactly("a", "b");
    }

    @Test
    void shouldFlushTheOthersWhenOneFails() {
        lateFlush.request(() -> {
            throw new IllegalStateException("bug");
        });
        lateFlush.request(() -> events.add("b"));

        assertThatCode(timer::fire).doesNotThrowAnyException();

        assertThat(events).containsExactly("b");
    }

    @Test
    void shouldFlushAtOnceWhenTheTimerIsDown() {
        timer.shutdownNow();

        assertThatCode(() -> lateFlush.request(() -> events.add("a"))).doesNotThrowAnyException();
        lateFlush.request(() -> events.add("b"));

        assertThat(events).containsExactly("a", "b");
    }
}
