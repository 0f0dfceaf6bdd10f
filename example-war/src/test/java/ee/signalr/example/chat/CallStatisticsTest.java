// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.HubInvocationContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallStatisticsTest {

    private final CallStatistics statistics = new CallStatistics();
    private final HubInvocationContext call = (HubInvocationContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HubInvocationContext.class}, (self, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void shouldCountACallBeforeItGoesOn() {
        statistics.invoke(call, CompletableFuture::new);

        assertThat(statistics.counts()).containsExactly(entry("calls", 1L), entry("refused", 0L));
    }

    @Test
    void shouldCountRefusals() {
        CallRefusedException refusal =
                new CallRefusedException(CallRefusedException.Reason.UNKNOWN_METHOD, "Method does not exist.");
        statistics.invoke(call, () -> CompletableFuture.failedFuture(refusal));
        statistics.invoke(call, () -> CompletableFuture.completedFuture("ok"));
        CompletableFuture<Object> late = new CompletableFuture<>();
        statistics.invoke(call, () -> late.thenApply(value -> value));
        late.completeExceptionally(refusal);

        assertThat(statistics.counts()).containsExactly(entry("calls", 3L), entry("refused", 2L));
    }

    @Test
    void shouldNotTakeFailuresForRefusals() {
        CompletableFuture<?> outcome = statistics
                .invoke(call, () -> CompletableFuture.failedFuture(new IllegalStateException("panic")))
                .toCompletableFuture();

        assertThat(outcome).isCompletedExceptionally();
        assertThat(statistics.counts()).containsExactly(entry("calls", 1L), entry("refused", 0L));
    }
}
