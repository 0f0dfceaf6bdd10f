// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.chat;

import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.FilterFor;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubInvocationContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the calls of the chat, and those among them that never reached the hub. Thread-safe. */
@ApplicationScoped
@FilterFor(ChatHub.class)
public class CallStatistics implements HubFilter {

    private final LongAdder calls = new LongAdder();
    private final LongAdder refused = new LongAdder();

    @Override
    public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
        calls.increment();
        return next.proceed().whenComplete((result, failure) -> {
            if (isRefusal(failure)) {
                refused.increment();
            }
        });
    }

    /** The counts, by names that are the same in every hub protocol; the running call is among them. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("calls", calls.sum());
        counts.put("refused", refused.sum());
        return counts;
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof CallRefusedException;
    }
}
