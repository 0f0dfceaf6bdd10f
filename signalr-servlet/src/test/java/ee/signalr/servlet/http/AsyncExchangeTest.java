// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ee.signalr.servlet.fakes.FakeRequest;
import jakarta.servlet.AsyncEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncExchangeTest {

    private final FakeRequest request = FakeRequest.get("/hub");
    private final List<Throwable> failures = new ArrayList<>();
    private final AsyncExchange exchange = new AsyncExchange(failures::add);

    @Test
    void shouldCompleteOnce() {
        exchange.start(request.servlet());
        assertThat(exchange.isCompleted()).isFalse();

        exchange.complete();
        exchange.complete();

        assertThat(request.isAnswered()).isTrue();
        assertThat(exchange.isCompleted()).isTrue();
    }

    @Test
    void shouldNotCompleteWhatHasNotStarted() {
        exchange.complete();

        assertThat(exchange.isCompleted()).isFalse();
        assertThat(request.isAsyncStarted()).isFalse();
    }

    @Test
    void shouldSurviveAContainerThatHasCompletedAlready() {
        exchange.start(request.servlet());
        request.vanish();

        assertThatCode(exchange::complete).doesNotThrowAnyException();
    }

    @Test
    void shouldTellOfAnErrorAndLeaveTheEndToWhoeverIsTold() {
        exchange.start(request.servlet());

        request.breakOff();

        assertThat(failures).hasSize(1).first().isInstanceOf(IOException.class);
        assertThat(request.isAnswered()).isFalse();
    }

    @Test
    void shouldHaveACauseEvenWhenTheContainerTellsNone() {
        exchange.start(request.servlet());

        exchange.onTimeout(
                new AsyncEvent(null, request.servlet(), request.response().servlet(), null));

        assertThat(failures).hasSize(1).doesNotContainNull();
    }

    @Test
    void shouldTakeACompletionByTheContainerForItsOwn() {
        exchange.start(request.servlet());

        exchange.onComplete(
                new AsyncEvent(null, request.servlet(), request.response().servlet(), null));

        assertThat(exchange.isCompleted()).isTrue();
    }

    @Test
    void shouldForgetWhoeverWaitsOnceItIsCompleted() {
        exchange.start(request.servlet());
        exchange.complete();

        exchange.onError(
                new AsyncEvent(null, request.servlet(), request.response().servlet(), new IOException("late")));

        assertThat(failures).isEmpty();
    }

    @Test
    void shouldForgetWhoeverWaitsOnceTheContainerHasCompletedIt() {
        exchange.start(request.servlet());
        AsyncEvent end =
                new AsyncEvent(null, request.servlet(), request.response().servlet(), new IOException("late"));
        exchange.onComplete(end);

        exchange.onError(end);

        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeOverWhenTomcatHasToldOfAnError(boolean endsAtErrors) {
        exchange.start(request.servlet(), endsAtErrors);

        exchange.onError(
                new AsyncEvent(null, request.servlet(), request.response().servlet(), new IOException("reset")));

        assertThat(failures).hasSize(1);
        assertThat(exchange.isCompleted()).isEqualTo(endsAtErrors);
    }

    private AsyncEvent event() {
        return new AsyncEvent(null, request.servlet(), request.response().servlet(), null);
    }

    /** Tomcat answers by itself what is not complete when the listener returns. */
    @Test
    void shouldWaitForTheGoodbyeWhenTheApplicationIsTakenAway() {
        AtomicReference<Runnable> goodbye = new AtomicReference<>();
        AsyncExchange leaving = new AsyncExchange(
                failures::add,
                () -> CompletableFuture.runAsync(() -> goodbye.get().run()));
        goodbye.set(leaving::complete);
        leaving.start(request.servlet());

        leaving.onTimeout(event());

        assertThat(leaving.isCompleted()).isTrue();
        assertThat(request.isAnswered()).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void shouldBreakWhenTheGoodbyeDoesNotGetThroughInTime() {
        AsyncExchange leaving = new AsyncExchange(failures::add, () -> {}, Duration.ofMillis(1));
        leaving.start(request.servlet());

        leaving.onTimeout(event());

        assertThat(failures).hasSize(1);
    }

    @Test
    void shouldSayNoGoodbyeOnceItIsCompleted() {
        List<String> goodbyes = new ArrayList<>();
        AsyncExchange leaving = new AsyncExchange(failures::add, () -> goodbyes.add("goodbye"));
        leaving.start(request.servlet());
        leaving.complete();

        leaving.onTimeout(event());

        assertThat(goodbyes).isEmpty();
        assertThat(failures).isEmpty();
    }
}
