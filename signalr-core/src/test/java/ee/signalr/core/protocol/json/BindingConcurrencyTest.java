// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static ee.signalr.core.protocol.json.TestJson.protocol;
import static ee.signalr.core.protocol.json.TestJson.raw;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.protocol.CompletionMessage;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

/** One protocol serves all connections at once. */
class BindingConcurrencyTest {

    private static final int THREADS = 6;
    private static final int ROUNDS = 50;

    @RepeatedTest(5)
    void shouldBindAndWriteOnManyThreadsFromTheFirstCallOn() throws Exception {
        JsonHubProtocol protocol = protocol();
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        List<Future<String>> outcomes = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String own = "thread " + thread;
            outcomes.add(executor.submit(() -> {
                barrier.await();
                return work(protocol, own);
            }));
        }

        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(outcomes.get(thread).get(30, TimeUnit.SECONDS)).isEqualTo("thread " + thread);
        }
        executor.shutdown();
    }

    private static String work(JsonHubProtocol protocol, String own) throws NoSuchMethodException {
        Type nested = BindingConcurrencyTest.class.getDeclaredMethod("nested").getGenericReturnType();
        String current = own;
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = new Sample(current, List.of(round));
            String written = TestJson.write(protocol, CompletionMessage.withResult("1", Map.of("a", List.of(sample))));
            String value = written.substring(written.indexOf("result\":") + 8, written.length() - 1);
            Object bound = protocol.bind(raw(value), nested);
            current = ((Sample) ((List<?>) ((Map<?, ?>) bound).get("a")).get(0)).name();
        }
        return current;
    }

    static Map<String, List<Sample>> nested() {
        return Map.of();
    }

    public record Sample(String name, List<Integer> numbers) {}
}
