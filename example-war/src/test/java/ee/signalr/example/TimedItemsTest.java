// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedItemsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeBackground background = new FakeBackground();

    private TimedItems<Integer> items(int count) {
        return new TimedItems<>(background, count, SECOND, number -> number);
    }

    @Test
    void shouldGiveTheFirstItemAtOnceAndTheNextOnesInTime() {
        Recorder<Integer> recorder = Recorder.of(items(3));
        assertThat(recorder.items()).containsExactly(0);

        background.pass(SECOND);
        assertThat(recorder.items()).containsExactly(0, 1);

        background.pass(SECOND);
        assertThat(recorder.items()).containsExactly(0, 1, 2);
        assertThat(recorder.end()).isEmpty();

        background.pass(SECOND);
        assertThat(recorder.end()).isEqualTo("completed");
    }

    @Test
    void shouldCompleteAtOnceWithoutItems() {
        assertThat(Recorder.idle(items(0)).end()).isEqualTo("completed");
        assertThat(Recorder.idle(items(-5)).end()).isEqualTo("completed");
    }

    @Test
    void shouldWaitForWhoAsksLate() {
        Recorder<Integer> recorder = Recorder.idle(items(3));
        background.pass(SECOND);
        assertThat(recorder.items()).isEmpty();

        recorder.request(1);
        background.pass(SECOND);
        assertThat(recorder.items()).containsExactly(0);

        recorder.request(1);
        assertThat(recorder.items()).containsExactly(0, 1);
    }

    @Test
    void shouldNotHurryWhenMoreIsAskedForThanIsDue() {
        Recorder<Integer> recorder = Recorder.idle(items(3));

        recorder.request(1);
        recorder.request(Long.MAX_VALUE);
        recorder.request(Long.MAX_VALUE);

        assertThat(recorder.items()).containsExactly(0);
    }

    @Test
    void shouldEndWithoutAWordWhenCancelled() {
        Recorder<Integer> recorder = Recorder.of(items(3));

        recorder.cancel();
        background.pass(SECOND.multipliedBy(5));

        assertThat(recorder.items()).containsExactly(0);
        assertThat(recorder.end()).isEmpty();
    }

    @Test
    void shouldFailOnceWhenTimeCannotBeWaitedFor() {
        background.stop();

        assertThat(Recorder.of(items(3)).end()).isEqualTo("failed: stopped");
    }

    @Test
    void shouldFailWhoAsksForNothing() {
        Recorder<Integer> recorder = Recorder.idle(items(3));

        recorder.request(0);
        recorder.request(5);

        assertThat(recorder.items()).isEmpty();
        assertThat(recorder.end()).isEqualTo("failed: Asked for 0 items");
    }

    @Test
    void shouldGiveEverySubscriberAStreamOfItsOwn() {
        TimedItems<Integer> items = items(2);
        Recorder<Integer> first = Recorder.of(items);
        background.pass(SECOND);

        assertThat(Recorder.of(items).items()).containsExactly(0);
        assertThat(first.items()).containsExactly(0, 1);
    }
}
