// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much input may wait. */
class InputBudgetTest {

    private final InputBudget budget = new InputBudget(new ReentrantLock(), 10);
    private final List<String> events = new ArrayList<>();

    @Test
    void shouldBeOpenUpToTheLimit() {
        budget.reserve(10);
        assertThat(budget.hasRoom()).isTrue();

        budget.reserve(1);
        assertThat(budget.hasRoom()).isFalse();

        budget.release(1);
        assertThat(budget.hasRoom()).isTrue();
    }

    @Test
    void shouldRunAtOnceWhenThereIsRoom() {
        budget.whenRoom(() -> events.add("now"));

        assertThat(events).containsExactly("now");
    }

    @Test
    void shouldRunAllThatWaitWhenThereIsRoomAgain() {
        budget.reserve(30);
        budget.whenRoom(() -> events.add("a"));
        budget.whenRoom(() -> events.add("b"));

        budget.release(19);
        assertThat(events).isEmpty();

        budget.release(1);
        assertThat(events).containsExactly("a", "b");

        budget.release(10);
        assertThat(events).containsExactly("a", "b");
    }

    @Test
    void shouldStayOpenForGoodWhenLifted() {
        budget.reserve(30);
        budget.whenRoom(() -> events.add("a"));

        budget.lift();
        budget.reserve(1_000);

        assertThat(events).containsExactly("a");
        assertThat(budget.hasRoom()).isTrue();
    }

    @Test
    void shouldRunTheOthersWhenOneFails() {
        budget.reserve(30);
        budget.whenRoom(() -> {
            throw new IllegalStateException("recycled");
        });
        budget.whenRoom(() -> events.add("b"));

        assertThatCode(() -> budget.release(30)).doesNotThrowAnyException();

        assertThat(events).containsExactly("b");
    }

    @Test
    @Timeout(30)
    void shouldNeverLoseAWaiterToARelease() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            InputBudget contended = new InputBudget(new ReentrantLock(), 0);
            contended.reserve(1);
            CyclicBarrier start = new CyclicBarrier(2);
            CountDownLatch woken = new CountDownLatch(1);
            Thread releasing = new Thread(() -> {
                await(start);
                contended.release(1);
            });
            releasing.start();
            await(start);
            contended.whenRoom(woken::countDown);

            assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
            releasing.join();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
