// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.HubException;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.FilterFor;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubInvocationContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Does what the argument of {@code echo} asks for. Thread-safe. */
@ApplicationScoped
@Priority(20)
@FilterFor(FilteredHub.class)
public class InnerFilter implements HubFilter {

    @Inject
    Trail trail;

    @Override
    public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
        trail.add(call.caller().connectionId(), "inner");
        Object wish = call.arguments().isEmpty() ? "" : call.arguments().get(0);
        if ("change".equals(wish)) {
            call.argument(0, "changed");
        }
        if ("answer".equals(wish)) {
            return CompletableFuture.completedFuture("answered by a filter");
        }
        if ("refuse".equals(wish)) {
            throw new CallRefusedException(CallRefusedException.Reason.FILTER, "not today");
        }
        if ("fail".equals(wish)) {
            throw new HubException("a filter failed");
        }
        return "replace".equals(wish) ? next.proceed().thenApply(result -> result + "d") : next.proceed();
    }
}
