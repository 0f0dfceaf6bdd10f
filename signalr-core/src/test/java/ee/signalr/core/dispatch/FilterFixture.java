// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.core.clients.DefaultHubCallerClients;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.lifetime.InMemoryHubLifetimeManager;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import ee.signalr.core.test.HubDefinitions;
import ee.signalr.core.test.ManualExecutor;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestActivator;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubInvocationContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One hub, one caller, and filters in between. Not thread-safe. */
final class FilterFixture {

    /** A filter of calls. */
    interface Around extends HubFilter {

        CompletionStage<?> around(HubInvocationContext call, Next next) throws Exception;

        @Override
        default CompletionStage<?> invoke(HubInvocationContext call, Next next) throws Exception {
            return around(call, next);
        }
    }

    private final List<String> journal = new ArrayList<>();
    private final ManualExecutor executor = new ManualExecutor();
    private final TestActivator activator = new TestActivator(new Object());
    private final HubCaller caller;

    FilterFixture() {
        HubConnection connection = new HubConnection(
                new RawConnections().negotiated(),
                new JsonHubProtocol(new JsonbHolder(JsonbDefaults.config())),
                Runnable::run);
        caller = new HubCaller(connection, new DefaultHubCallerClients(new InMemoryHubLifetimeManager(), "me"));
    }

    List<String> journal() {
        return journal;
    }

    ManualExecutor executor() {
        return executor;
    }

    TestActivator activator() {
        return activator;
    }

    HubCaller caller() {
        return caller;
    }

    /** Writes down that it was there, and when the rest was over. */
    Around noting(String name) {
        return (call, next) -> {
            journal.add(name);
            return next.proceed().whenComplete((result, failure) -> journal.add(name + " ended"));
        };
    }

    FilterChain chain(HubFilter... filters) {
        List<RegisteredFilter> registered = Arrays.stream(filters)
                .map(filter -> new RegisteredFilter(filter, List.of()))
                .toList();
        return Objects.requireNonNull(FilterChain.of(registered, ShopHub.class, activator, executor));
    }

    /** A call of {@code sell}, as it is when its arguments have been bound. */
    FilteredCall call(FilteredCall.Target target, @Nullable Object... arguments) {
        return FilteredCall.of(request(), HubDefinitions.method(ShopHub.class, "sell"), arguments, target);
    }

    FilteredCall.Request request() {
        return new FilteredCall.Request(HubDefinitions.of(ShopHub.class), caller, "Sell", false);
    }

    /** Runs a call that ends with a result. */
    CompletionStage<@Nullable Object> run(@Nullable Object result, HubFilter... filters) {
        return run(
                (contexts, arguments) -> {
                    journal.add("hub");
                    return result;
                },
                filters);
    }

    CompletionStage<@Nullable Object> run(FilteredCall.Target target, HubFilter... filters) {
        return chain(filters).run(call(target, "pear", 2, List.of("ripe")));
    }

    /** Sells fruit. */
    static final class ShopHub {

        public int sell(String fruit, int pieces, List<String> wishes) {
            return fruit.length() * pieces + wishes.size();
        }
    }
}
