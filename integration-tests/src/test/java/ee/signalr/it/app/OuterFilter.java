// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Disconnection;
import ee.signalr.HubException;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.FilterFor;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubFilterContext;
import ee.signalr.spi.HubInvocationContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Notes what it sees, refused calls too. Thread-safe. */
@ApplicationScoped
@Priority(10)
@FilterFor(FilteredHub.class)
public class OuterFilter implements HubFilter {

    @Inject
    Trail trail;

    @Override
    public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
        String id = call.caller().connectionId();
        trail.add(id, "outer before " + call.target());
        return next.proceed().whenComplete((result, failure) -> trail.add(id, "outer after " + outcome(failure)));
    }

    private static String outcome(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapper ? wrapper.getCause() : failure;
        if (cause instanceof CallRefusedException refused) {
            return refused.reason().name();
        }
        return cause == null ? "success" : cause.getClass().getSimpleName();
    }

    @Override
    public CompletionStage<?> connected(HubFilterContext context, Next next) {
        if (context.caller().httpRequest().queryParameter("refuse").isPresent()) {
            throw new HubException("refused by a filter");
        }
        trail.add(context.caller().connectionId(), "outer connected");
        return next.proceed();
    }

    @Override
    public CompletionStage<?> disconnected(HubFilterContext context, Disconnection disconnection, Next next) {
        trail.add(context.caller().connectionId(), "outer disconnected");
        return next.proceed();
    }
}
