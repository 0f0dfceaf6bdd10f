// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.dispatch.FilterFixture.Around;
import ee.signalr.core.dispatch.FilterFixture.ShopHub;
import ee.signalr.spi.HubFilter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Filters that take their time, and what becomes of contexts and hubs meanwhile. */
class FilterThreadsTest {

    private final FilterFixture fixture = new FilterFixture();

    @Test
    void shouldGoOnWithContextsOfItsOwnWhenLetOnLater() {
        CompletableFuture<Void> checked = new CompletableFuture<>();
        Around checking = (call, next) -> checked.thenCompose(any -> next.proceed());

        CompletionStage<@Nullable Object> outcome = fixture.run("sold", checking, fixture.noting("inner"));
        assertThat(fixture.activator().left()).isOne();
        assertThat(fixture.activator().released()).isOne();

        checked.complete(null);
        assertThat(fixture.journal()).isEmpty();
        fixture.executor().runAll();

        assertThat(outcome).isCompletedWithValue("sold");
        assertThat(fixture.journal()).containsExactly("inner", "hub", "inner ended");
        assertThat(fixture.activator().activated()).isEqualTo(2);
        assertThat(fixture.activator().left()).isEqualTo(2);
        assertThat(fixture.activator().released()).isEqualTo(2);
    }

    @Test
    void shouldGoOnElsewhereWhenLetOnByAnotherThread() throws Exception {
        Around elsewhere =
                (call, next) -> CompletableFuture.supplyAsync(next::proceed).get(10, TimeUnit.SECONDS);

        CompletionStage<@Nullable Object> outcome = fixture.run("sold", elsewhere);
        assertThat(fixture.journal()).isEmpty();
        fixture.executor().runAll();

        assertThat(outcome).isCompletedWithValue("sold");
        assertThat(fixture.activator().activated()).isEqualTo(2);
    }

    @Test
    void shouldStayOnTheThreadWhenAStageIsCompleteAlready() {
        Around checking = (call, next) -> CompletableFuture.completedStage(true).thenCompose(any -> next.proceed());

        assertThat(fixture.run("sold", checking)).isCompletedWithValue("sold");
        assertThat(fixture.activator().activated()).isOne();
    }

    @Test
    void shouldLetACallGoOnOnlyOnce() {
        Around twice = (call, next) -> next.proceed().thenCompose(any -> next.proceed());

        CompletionStage<@Nullable Object> outcome = fixture.run("sold", twice);

        assertThat(outcome.toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("SIGNALR-1080");
        assertThat(fixture.journal()).containsExactly("hub");
    }

    @Test
    void shouldFailWhenNoThreadTakesTheRest() {
        CompletableFuture<Void> checked = new CompletableFuture<>();
        Around checking = (call, next) -> checked.thenCompose(any -> next.proceed());
        FilterChain chain = FilterChain.of(
                List.of(new RegisteredFilter(checking, List.of())), ShopHub.class, fixture.activator(), task -> {
                    throw new RejectedExecutionException("stopping");
                });
        CompletionStage<@Nullable Object> outcome =
                Objects.requireNonNull(chain).run(fixture.call((contexts, arguments) -> "sold"));

        checked.complete(null);

        assertThat(outcome.toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void shouldKeepTheHubUntilItsOwnStageHasEnded() {
        CompletableFuture<String> selling = new CompletableFuture<>();
        Around impatient =
                (call, next) -> next.proceed().toCompletableFuture().completeOnTimeout("late", 0, TimeUnit.NANOSECONDS);

        CompletionStage<@Nullable Object> outcome =
                fixture.run((FilteredCall.Target) (contexts, arguments) -> selling, impatient, new HubFilter() {});

        assertThat(outcome.toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo("late");
        assertThat(selling).isNotDone();
        assertThat(fixture.activator().left()).isOne();
        assertThat(fixture.activator().released()).isZero();

        selling.complete("sold");
        assertThat(fixture.activator().released()).isOne();
    }

    @Test
    void shouldReleaseTheHubAfterTheContextsWhenItsStageIsCompleteAlready() {
        fixture.run((FilteredCall.Target) (contexts, arguments) -> CompletableFuture.completedFuture("sold"), (Around)
                (call, next) -> {
                    CompletionStage<@Nullable Object> rest = next.proceed();
                    assertThat(rest).isCompletedWithValue("sold");
                    assertThat(fixture.activator().released()).isZero();
                    return rest;
                });

        assertThat(fixture.activator().released()).isOne();
    }

    @Test
    void shouldReportFailuresOfLaterStages() {
        CompletableFuture<String> selling = new CompletableFuture<>();
        CompletionStage<@Nullable Object> outcome =
                fixture.run((FilteredCall.Target) (contexts, arguments) -> selling, fixture.noting("a"));

        selling.completeExceptionally(new TimeoutException("slow"));

        assertThat(outcome.toCompletableFuture())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(fixture.activator().released()).isOne();
    }

    @Test
    void shouldKeepTheHubOfAStreamUntilTheStreamHasEnded() {
        CompletableFuture<Void> checked = new CompletableFuture<>();
        Around checking = (call, next) -> checked.thenCompose(any -> next.proceed());
        FilterRun run = fixture.chain(checking).keeping(fixture.call((contexts, arguments) -> "stream"));
        CompletionStage<@Nullable Object> outcome = run.start();
        checked.complete(null);
        fixture.executor().runAll();

        assertThat(outcome).isCompletedWithValue("stream");
        assertThat(fixture.activator().activated()).isEqualTo(2);
        assertThat(fixture.activator().released()).isZero();

        run.enter();
        run.leave();
        run.release();
        assertThat(fixture.activator().released()).isEqualTo(2);
    }

    @Test
    void shouldGiveTheHubBackWhenAFilterGoesOnAfterTheStreamHasEnded() {
        CompletableFuture<Void> checked = new CompletableFuture<>();
        Around checking = (call, next) -> checked.thenCompose(any -> next.proceed());
        FilterRun run = fixture.chain(checking).keeping(fixture.call((contexts, arguments) -> "stream"));
        run.start();
        run.release();
        checked.complete(null);
        fixture.executor().runAll();

        assertThat(fixture.activator().activated()).isEqualTo(2);
        assertThat(fixture.activator().released()).isEqualTo(2);
    }
}
