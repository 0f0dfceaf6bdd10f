// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.Disconnection;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.FilterFor;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubFilterContext;
import ee.signalr.spi.HubInvocationContext;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Filters that are beans, around calls and connections. */
class FiltersWeldTest {

    @Test
    void shouldRunFiltersOutsideOfInterceptorsInOrderOfPriority() {
        try (TestApplication application = TestApplication.of(
                ShopHub.class, Auditor.class, Last.class, Second.class, First.class, Journal.class)) {
            Journal journal = application.get(Journal.class);
            TestClient client = application.connect();
            journal.awaitEntry("joined");

            assertThat(client.call("sell", "pear")).isEqualTo("pear");
            List<String> live = journal.live();
            assertThat(live)
                    .containsSubsequence("first " + client.id(), "second", "last", "interceptor", "sell")
                    .containsOnlyOnce("hub made");

            client.close();
            journal.awaitEntry("left");
            assertThat(journal.entries()).containsSubsequence("connects", "joined", "disconnects", "left");
        }
    }

    @Test
    void shouldShowRefusedCallsToFilters() {
        try (TestApplication application =
                TestApplication.of(ShopHub.class, Auditor.class, First.class, Journal.class)) {
            Journal journal = application.get(Journal.class);
            TestClient client = application.connect();

            assertError(
                    client.invoke("steal"),
                    "Failed to invoke 'steal' due to an error on the server. HubException: Method does not exist.");
            assertError(client.invoke("sell"), "Failed to invoke 'sell' due to an error on the server.");
            assertError(client.invoke("sell", 1), "Failed to invoke 'sell' due to an error on the server.");

            assertThat(journal.entries())
                    .containsSubsequence("refused UNKNOWN_METHOD", "refused ARGUMENT_COUNT", "refused ARGUMENT_TYPE");
        }
    }

    @Test
    void shouldMakeNoHubWhenAFilterAnswers() {
        try (TestApplication application =
                TestApplication.of(QuietHub.class, Auditor.class, Answering.class, Journal.class)) {
            TestClient client = application.connect();

            assertThat(client.call("sell", "pear")).isEqualTo("no pear");
            assertError(
                    client.invoke("sell", "plum"),
                    "An unexpected error occurred invoking 'sell' on the server. HubException: no plums");

            assertThat(application.get(Journal.class).entries()).doesNotContain("hub made");
        }
    }

    @Test
    void shouldHaveContextsWhenACallGoesOnLater() {
        try (TestApplication application =
                TestApplication.of(ShopHub.class, Auditor.class, Later.class, Journal.class)) {
            Journal journal = application.get(Journal.class);
            TestClient client = application.connect();
            CompletableFuture<Object> sold = client.invoke("sell", "pear");
            journal.awaitEntry("waiting");

            journal.gate().complete("open");

            assertThat(TestClient.await(sold)).isEqualTo("pear");
            assertThat(journal.entries()).contains("caller " + client.id());
        }
    }

    @Test
    void shouldRefuseClientsThatAFilterRefuses() {
        try (TestApplication application =
                TestApplication.of(ShopHub.class, Auditor.class, Bouncer.class, Journal.class)) {
            TestClient client = application.connect();
            Journal journal = application.get(Journal.class);
            journal.awaitEntry("bounced");
            client.close();

            assertThat(journal.entries()).doesNotContain("joined", "left");
        }
    }

    @Test
    void shouldRunFiltersForTheirHubsOnly() {
        try (TestApplication application =
                TestApplication.of(QuietHub.class, ShopHub.class, Auditor.class, Own.class, Journal.class)) {
            Journal journal = application.get(Journal.class);

            application.connect(0).call("sell", "pear");
            assertThat(journal.entries()).doesNotContain("own");
            application.connect(1).call("sell", "pear");
            assertThat(journal.entries()).contains("own");
        }
    }

    @Test
    void shouldDestroyDependentFiltersWithTheApplication() {
        List<String> live;
        try (TestApplication application =
                TestApplication.of(ShopHub.class, Auditor.class, Last.class, Journal.class)) {
            live = application.get(Journal.class).live();
            application.connect().call("sell", "pear");
            application.connect().call("sell", "pear");
            assertThat(live).doesNotContain("last destroyed");
        }
        assertThat(live).containsOnlyOnce("last destroyed");
    }

    @Test
    void shouldFailTheDeploymentOfFiltersForNoHub() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(
                        () -> TestApplication.of(ShopHub.class, Auditor.class, Lost.class, Empty.class, Journal.class)
                                .close())
                .withMessageContaining("SIGNALR-2160: " + Lost.class.getName())
                .withMessageContaining("SIGNALR-2161: " + Empty.class.getName());
    }

    private static void assertError(CompletableFuture<Object> call, String error) {
        assertThat(call).failsWithin(Duration.ofSeconds(10)).withThrowableThat().withMessageEndingWith(error);
    }

    /** What is audited. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Audited {}

    /** Inside of all filters. */
    @Audited
    @Interceptor
    @Priority(1)
    public static class Auditor {

        @Inject
        Journal journal;

        @AroundInvoke
        Object around(InvocationContext call) throws Exception {
            journal.add("interceptor");
            return call.proceed();
        }
    }

    /** Sells. */
    @Hub("/shop")
    @Audited
    public static class ShopHub {

        @Inject
        Journal journal;

        @Inject
        HubCallerContext caller;

        @OnConnected
        void joined() {
            journal.add("joined");
        }

        @OnDisconnected
        void left() {
            journal.add("left");
        }

        public String sell(String fruit) {
            journal.add("hub made");
            journal.add("sell");
            journal.add("caller " + caller.connectionId());
            return fruit;
        }
    }

    /** Sells too, and has no callbacks. */
    @Hub("/quiet")
    public static class QuietHub {

        @Inject
        QuietHub(Journal journal) {
            journal.add("hub made");
        }

        public String sell(String fruit) {
            return fruit;
        }
    }

    /** Outermost. */
    @ApplicationScoped
    @Priority(1)
    public static class First implements HubFilter {

        @Inject
        Journal journal;

        @Inject
        HubCallerContext caller;

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            journal.add("first " + caller.connectionId());
            return next.proceed().whenComplete((result, failure) -> {
                if (failure instanceof CallRefusedException refusal) {
                    journal.add("refused " + refusal.reason());
                }
            });
        }

        @Override
        public CompletionStage<?> connected(HubFilterContext context, Next next) {
            journal.add("connects");
            return next.proceed();
        }

        @Override
        public CompletionStage<?> disconnected(HubFilterContext context, Disconnection disconnection, Next next) {
            journal.add("disconnects");
            return next.proceed();
        }
    }

    /** In the middle, and of the request. */
    @RequestScoped
    @Priority(2)
    public static class Second implements HubFilter {

        @Inject
        Journal journal;

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            journal.add("second");
            return next.proceed();
        }
    }

    /** Innermost, and the application's only one. */
    @Dependent
    public static class Last implements HubFilter {

        @Inject
        Journal journal;

        private List<String> live = List.of();

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            live = journal.live();
            journal.add("last");
            return next.proceed();
        }

        @PreDestroy
        void end() {
            live.add("last destroyed");
        }
    }

    /** Answers in place of the hub. */
    @ApplicationScoped
    public static class Answering implements HubFilter {

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            if (call.arguments().contains("plum")) {
                throw new HubException("no plums");
            }
            return CompletableFuture.completedStage("no " + call.arguments().get(0));
        }
    }

    /** Waits for the gate, and no thread with it. */
    @ApplicationScoped
    public static class Later implements HubFilter {

        @Inject
        Journal journal;

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            journal.add("waiting");
            return journal.gate().thenCompose(open -> next.proceed());
        }
    }

    /** Lets nobody in. */
    @ApplicationScoped
    public static class Bouncer implements HubFilter {

        @Inject
        Journal journal;

        @Override
        public CompletionStage<?> connected(HubFilterContext context, Next next) {
            journal.add("bounced");
            throw new HubException("members only");
        }
    }

    /** For one hub. */
    @ApplicationScoped
    @FilterFor(ShopHub.class)
    public static class Own implements HubFilter {

        @Inject
        Journal journal;

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            journal.add("own");
            return next.proceed();
        }
    }

    /** For something else. */
    @ApplicationScoped
    @FilterFor(String.class)
    public static class Lost implements HubFilter {}

    /** For nothing. */
    @ApplicationScoped
    @FilterFor({})
    public static class Empty implements HubFilter {}
}
