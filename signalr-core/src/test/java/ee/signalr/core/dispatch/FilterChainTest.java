// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Disconnection;
import ee.signalr.HubException;
import ee.signalr.core.dispatch.FilterFixture.Around;
import ee.signalr.core.dispatch.FilterFixture.ShopHub;
import ee.signalr.core.test.HubDefinitions;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.CallRefusedException.Reason;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubFilterContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way of a call through filters, on the thread on which it began. */
class FilterChainTest {

    private final FilterFixture fixture = new FilterFixture();
    private final List<String> journal = fixture.journal();

    @Test
    void shouldCostNothingWithoutFilters() {
        assertThat(FilterChain.of(List.of(), ShopHub.class, fixture.activator(), fixture.executor()))
                .isNull();
        assertThat(FilterChain.of(
                        List.of(new RegisteredFilter(fixture.noting("a"), List.of(Object.class))),
                        ShopHub.class,
                        fixture.activator(),
                        fixture.executor()))
                .isNull();
    }

    @Test
    void shouldNestFiltersOfTheHubInOrder() {
        List<RegisteredFilter> registered = List.of(
                new RegisteredFilter(fixture.noting("all"), List.of()),
                new RegisteredFilter(fixture.noting("others"), List.of(String.class)),
                new RegisteredFilter(fixture.noting("own"), List.of(String.class, ShopHub.class)));
        FilterChain chain = FilterChain.of(registered, ShopHub.class, fixture.activator(), fixture.executor());

        assertThat(chain).isNotNull();
        chain.run(fixture.call((contexts, arguments) -> journal.add("hub")));

        assertThat(journal).containsExactly("all", "own", "hub", "own ended", "all ended");
    }

    @Test
    void shouldPassResultsThrough() {
        assertThat(fixture.run("sold", fixture.noting("a"))).isCompletedWithValue("sold");
        assertThat(fixture.run((Object) null, fixture.noting("a"))).isCompletedWithValue(null);
        assertThat(fixture.activator().activated()).isEqualTo(2);
        assertThat(fixture.activator().left()).isEqualTo(2);
        assertThat(fixture.activator().released()).isEqualTo(2);
    }

    @Test
    void shouldAnswerInPlaceOfTheHub() {
        Around answering = (call, next) -> CompletableFuture.completedStage("sold out");

        assertThat(fixture.run("sold", fixture.noting("a"), answering)).isCompletedWithValue("sold out");
        assertThat(journal).containsExactly("a", "a ended");
        assertThat(fixture.activator().released()).isOne();
    }

    @Test
    void shouldReplaceResultsAndFailures() {
        Around replacing = (call, next) -> next.proceed().handle((result, failure) -> result + "/" + failure);

        assertThat(fixture.run("sold", replacing)).isCompletedWithValue("sold/null");
        assertThat(fixture.run(
                        (contexts, arguments) -> {
                            throw new IOException("no stock");
                        },
                        replacing))
                .isCompletedWithValue("null/java.io.IOException: no stock");
    }

    @Test
    void shouldFailAsFiltersFail() {
        HubException failure = new HubException("closed on Sundays");
        Around throwing = (call, next) -> {
            throw failure;
        };
        Around failing = (call, next) -> next.proceed().thenApply(any -> {
            throw failure;
        });

        assertThat(failureOf(fixture.run("sold", throwing))).isSameAs(failure);
        assertThat(failureOf(fixture.run("sold", failing))).isSameAs(failure);
        assertThat(journal).containsExactly("hub");
        assertThat(fixture.activator().released()).isEqualTo(2);
    }

    @Test
    void shouldGiveFiltersTheFailureItself() {
        HubException failure = new HubException("closed");
        AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();
        Around looking = (call, next) -> next.proceed().whenComplete((result, cause) -> seen.set(cause));

        fixture.run("sold", looking, fixture.noting("a"), (Around) (call, next) -> {
            throw new CompletionException(failure);
        });

        assertThat(seen.get()).isSameAs(failure);
    }

    @Test
    void shouldShowFiltersWhyACallIsRefused() {
        CallRefusedException refusal = new CallRefusedException(Reason.UNKNOWN_METHOD, "no such thing");
        AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();
        Around counting = (call, next) -> {
            assertThat(call.method()).isEmpty();
            assertThat(call.arguments()).isEmpty();
            return next.proceed().whenComplete((result, cause) -> seen.set(cause));
        };

        CompletionStage<@Nullable Object> outcome =
                fixture.chain(counting).run(FilteredCall.refused(fixture.request(), null, refusal));

        assertThat(seen.get()).isSameAs(refusal);
        assertThat(failureOf(outcome)).isSameAs(refusal);
    }

    @Test
    @SuppressWarnings("NullAway") // what an application can do all the same
    void shouldFailWhenAFilterGivesNoStage() {
        Around broken = (call, next) -> null;

        assertThat(failureOf(fixture.run("sold", broken)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("SIGNALR-1081")
                .hasMessageContaining(FilterChainTest.class.getName());
    }

    @Test
    void shouldFailWhenThereAreNoContexts() {
        fixture.activator().fail(new IllegalStateException("no contexts"));

        assertThat(failureOf(fixture.run("sold", fixture.noting("a")))).hasMessage("no contexts");
        assertThat(journal).isEmpty();
    }

    @Test
    void shouldTellConnectsFromDisconnects() {
        HubFilter filter = new HubFilter() {
            @Override
            public CompletionStage<?> connected(HubFilterContext context, Next next) {
                journal.add("connected " + context.hubName());
                return next.proceed();
            }

            @Override
            public CompletionStage<?> disconnected(HubFilterContext context, Disconnection disconnection, Next next) {
                journal.add("disconnected " + disconnection.cause().isPresent());
                return next.proceed();
            }
        };
        Disconnection why = new Disconnection(Optional.of(new IOException("gone")));

        assertThat(fixture.chain(filter).run(connection(null))).isCompletedWithValue("called");
        assertThat(fixture.chain(filter).run(connection(why))).isCompletedWithValue("called");
        assertThat(journal).containsExactly("connected ShopHub", "disconnected true");
    }

    @Test
    void shouldDoNothingByDefault() {
        HubFilter nothing = new HubFilter() {};

        assertThat(fixture.run("sold", nothing)).isCompletedWithValue("sold");
        assertThat(fixture.chain(nothing).run(connection(null))).isCompletedWithValue("called");
        assertThat(fixture.chain(nothing).run(connection(new Disconnection(Optional.empty()))))
                .isCompletedWithValue("called");
    }

    private FilteredConnection connection(@Nullable Disconnection disconnection) {
        return new FilteredConnection(
                HubDefinitions.of(ShopHub.class), fixture.caller(), disconnection, contexts -> "called");
    }

    private static Throwable failureOf(CompletionStage<?> stage) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        stage.whenComplete((any, cause) -> failure.set(cause));
        Throwable found = failure.get();
        assertThat(found).isNotNull();
        return ErrorMessages.unwrap(found);
    }
}
