// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JsonbHolderTest {

    private final JsonbHolder holder = new JsonbHolder(JsonbDefaults.config());

    @Test
    void shouldAlwaysGiveTheSameInstance() {
        assertThat(holder.get()).isSameAs(holder.get());
    }

    @Test
    void shouldMakeOneInstanceWhenManyAskAtOnce() throws Exception {
        int threads = 8;
        Set<Jsonb> seen = ConcurrentHashMap.newKeySet();
        CyclicBarrier barrier = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int thread = 0; thread < threads; thread++) {
            executor.submit(() -> {
                barrier.await();
                return seen.add(holder.get());
            });
        }
        executor.shutdown();

        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).hasSize(1);
    }

    @Test
    void shouldRefuseToGiveAfterClose() {
        holder.get();
        holder.close();

        assertThatThrownBy(holder::get).isInstanceOf(IllegalStateException.class);
        assertThatCode(holder::close).doesNotThrowAnyException();
    }

    @Test
    void shouldCloseWithoutEverHavingGiven() {
        holder.close();

        assertThatThrownBy(holder::get).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRefuseInexactIntegersWhereverTheyAre() {
        assertThat(holder.get().fromJson("[1,2]", int[].class)).containsExactly(1, 2);
        assertThatThrownBy(() -> holder.get().fromJson("[1.5]", int[].class)).isInstanceOf(JsonbException.class);
        assertThatThrownBy(() -> holder.get().fromJson("[4294967297]", Integer[].class))
                .isInstanceOf(JsonbException.class);
    }
}
