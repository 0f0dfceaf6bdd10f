// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.HubEncodingException;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Packers and unpackers are used again, by any thread, one call at a time. */
@Timeout(60)
class ReuseTest {

    private final MessagePackHubProtocol protocol = TestPack.protocol();

    @Test
    void shouldGiveTheSameObjectAgain() {
        AtomicInteger made = new AtomicInteger();
        Pool<Integer> pool = new Pool<>(made::incrementAndGet);

        int first = pool.take();
        int second = pool.take();
        pool.give(first);
        assertThat(pool.take()).isEqualTo(first);
        pool.give(first);
        pool.give(second);

        assertThat(List.of(pool.take(), pool.take())).containsExactlyInAnyOrder(first, second);
        assertThat(made).hasValue(2);
    }

    @Test
    void shouldKeepAFewObjectsOnly() {
        AtomicInteger made = new AtomicInteger();
        Pool<Integer> pool = new Pool<>(made::incrementAndGet);
        for (int i = 0; i < 100; i++) {
            pool.give(-i);
        }

        for (int i = 0; i < 100; i++) {
            pool.take();
        }

        assertThat(made.get()).isBetween(80, 99);
    }

    @Test
    void shouldWriteAMessageWhileAnotherIsBeingWritten() {
        Object nesting = new Object() {
            @SuppressWarnings("unused")
            public String getInner() {
                return TestPack.written(protocol, CompletionMessage.withResult("2", "inner"));
            }
        };

        String hex = TestPack.value(protocol, nesting);

        assertThat(hex).startsWith("81a5496e6e6572b8").hasSize(2 * (1 + 6 + 1 + 24));
    }

    @Test
    void shouldWriteTheNextMessageAfterOneThatFailed() {
        for (int i = 0; i < 50; i++) {
            Object failing = new Object() {
                @SuppressWarnings("unused")
                public int getNumber() {
                    throw new IllegalStateException("on purpose");
                }
            };
            assertThatThrownBy(() ->
                            protocol.write(CompletionMessage.withResult("1", List.of("x".repeat(5000), failing))))
                    .isInstanceOf(HubEncodingException.class);
            assertThat(TestPack.value(protocol, "y")).isEqualTo("a179");
        }
    }

    @Test
    void shouldServeManyThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int task = 0; task < 8; task++) {
                String text = ("t" + task).repeat(10 + 300 * task);
                tasks.add(() -> roundTrips(text));
            }
            for (Future<Integer> result : threads.invokeAll(tasks, 50, TimeUnit.SECONDS)) {
                assertThat(result.get()).isEqualTo(2000);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int roundTrips(String text) {
        int good = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] framed =
                    protocol.write(new InvocationMessage(Map.of(), null, "target", List.of(text, i), List.of()));
            int start = protocol.messageFormat().contentStart(framed, 0);
            InvocationMessage read = (InvocationMessage) protocol.parse(framed, start, framed.length);
            Object first = protocol.bind((RawValue) read.arguments().get(0), String.class);
            Object second = protocol.bind((RawValue) read.arguments().get(1), int.class);
            good += text.equals(first) && second.equals(i) ? 1 : 0;
        }
        return good;
    }
}
