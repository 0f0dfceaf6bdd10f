// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One request at a time feeds input. */
class InputTurnsTest {

    private final InputTurns turns = new InputTurns(new ReentrantLock());
    private final List<String> events = new ArrayList<>();

    @Test
    void shouldGiveTheFirstTurnAtOnce() {
        turns.take(() -> events.add("a"));

        assertThat(events).containsExactly("a");
    }

    @Test
    void shouldGiveTurnsInTheOrderOfAsking() {
        turns.take(() -> events.add("a"));
        turns.take(() -> events.add("b"));
        turns.take(() -> events.add("c"));
        assertThat(events).containsExactly("a");

        turns.pass();
        assertThat(events).containsExactly("a", "b");

        turns.pass();
        assertThat(events).containsExactly("a", "b", "c");
    }

    @Test
    void shouldGiveATurnAgainAfterAllHavePassed() {
        turns.take(() -> events.add("a"));
        turns.pass();
        turns.take(() -> events.add("b"));
        turns.pass();

        assertThat(events).containsExactly("a", "b");
    }

    @Test
    void shouldNotRecurseHoweverManyTurnsEndAtOnce() {
        int many = 100_000;
        AtomicInteger run = new AtomicInteger();
        turns.take(() -> events.add("first"));
        for (int i = 0; i < many; i++) {
            turns.take(() -> {
                run.incrementAndGet();
                turns.pass();
            });
        }

        turns.pass();

        assertThat(run).hasValue(many);
    }

    @Test
    void shouldNotLetTheFailureOfOneReachTheOneBefore() {
        turns.take(() -> events.add("a"));
        turns.take(() -> {
            turns.pass();
            throw new IllegalStateException("recycled");
        });
        turns.take(() -> events.add("c"));

        assertThatCode(turns::pass).doesNotThrowAnyException();

        assertThat(events).containsExactly("a", "c");
    }

    @Test
    @Timeout(60)
    void shouldNeverGiveTwoTurnsAtATime() throws Exception {
        int askers = 4;
        int each = 5_000;
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try {
            AtomicInteger inTurn = new AtomicInteger();
            AtomicInteger overlaps = new AtomicInteger();
            AtomicInteger done = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(askers);
            List<Future<?>> ends = new ArrayList<>();
            for (int asker = 0; asker < askers; asker++) {
                ends.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < each; i++) {
                        turns.take(() -> {
                            overlaps.addAndGet(inTurn.incrementAndGet() - 1);
                            inTurn.decrementAndGet();
                            done.incrementAndGet();
                            turns.pass();
                        });
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get(30, TimeUnit.SECONDS);
            }

            assertThat(done).hasValue(askers * each);
            assertThat(overlaps).hasValue(0);
        } finally {
            threads.shutdownNow();
        }
    }
}
