// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EachTest {

    private final FakeStream<String> stream = new FakeStream<>();
    private final List<String> done = new ArrayList<>();

    private CompletionStage<?> act(String item) {
        if (item.equals("bad")) {
            throw new IllegalArgumentException("bad item");
        }
        done.add(item);
        return CompletableFuture.completedStage(null);
    }

    @Test
    void shouldActOnEachItemInOrderUntilTheEnd() {
        CompletableFuture<Void> end = Each.of(stream, this::act).toCompletableFuture();

        stream.next("a").next("b");
        assertThat(end).isNotDone();
        stream.complete();

        assertThat(done).containsExactly("a", "b");
        assertThat(end).isCompleted();
    }

    @Test
    void shouldAskForTheNextItemWhenTheLastIsDoneWith() {
        CompletableFuture<Void> action = new CompletableFuture<>();
        Each.of(stream, item -> action);

        stream.next("a");
        assertThat(stream.requested()).isZero();

        action.complete(null);
        assertThat(stream.requested()).isEqualTo(1);
    }

    @Test
    void shouldStopTheStreamWhenAnActionFails() {
        CompletableFuture<Void> end = Each.of(stream, this::act).toCompletableFuture();

        stream.next("bad");

        assertThat(stream.isCancelled()).isTrue();
        assertThat(end).isCompletedExceptionally();
    }

    @Test
    void shouldStopTheStreamWhenAnActionFailsLater() {
        CompletableFuture<Void> action = new CompletableFuture<>();
        CompletableFuture<Void> end = Each.of(stream, item -> action).toCompletableFuture();
        stream.next("a");

        action.completeExceptionally(new IllegalStateException("gone"));

        assertThat(stream.isCancelled()).isTrue();
        assertThat(end).isCompletedExceptionally();
    }

    @Test
    void shouldFailWithTheStream() {
        CompletableFuture<Void> end = Each.of(stream, this::act).toCompletableFuture();

        stream.fail(new IllegalStateException("cut"));

        assertThat(end).isCompletedExceptionally();
    }
}
