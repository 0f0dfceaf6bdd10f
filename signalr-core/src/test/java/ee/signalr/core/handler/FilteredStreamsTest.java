// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.completion;
import static ee.signalr.core.test.TestClient.error;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.item;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.CancellationToken;
import ee.signalr.HubException;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubInvocationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Filters around calls with streams, in both directions. */
class FilteredStreamsTest {

    private final FruitHub hub = new FruitHub();
    private final TestServer server = new TestServer(hub);
    private final List<@Nullable Object> seen = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowFiltersTheCallAndTheStreamObject() {
        TestClient client = filteredBy((call, next) -> {
            assertThat(call.isStreaming()).isTrue();
            seen.add(call.target());
            seen.addAll(call.arguments());
            return next.proceed().whenComplete((stream, failure) -> seen.add(stream));
        });

        assertThat(client.stream("1", "Kinds", "\"pear\"").news())
                .containsExactly(item("1", "\"pear 0\""), item("1", "\"pear 1\""), completion("1"));
        assertThat(seen).containsExactly("Kinds", "pear", hub.given);
        assertThat(hub.closed).isOne();
        assertHubsGivenBack();
    }

    @Test
    void shouldCallTheMethodWithWhatFiltersHaveLeft() {
        TestClient client = filteredBy((call, next) -> {
            call.argument(0, "plum");
            return next.proceed();
        });

        assertThat(client.stream("1", "kinds", "\"pear\"").news())
                .containsExactly(item("1", "\"plum 0\""), item("1", "\"plum 1\""), completion("1"));
    }

    @Test
    void shouldSendTheStreamThatAFilterGivesInstead() {
        TestClient client = filteredBy((call, next) -> next.proceed().thenApply(given -> {
            Stream<?> stream = (Stream<?>) given;
            return stream == null ? null : Stream.of("basket").onClose(stream::close);
        }));

        assertThat(client.stream("1", "kinds", "\"pear\"").news())
                .containsExactly(item("1", "\"basket\""), completion("1"));
        assertThat(hub.closed).isOne();
        assertHubsGivenBack();
    }

    @Test
    void shouldNotRunTheMethodWhenAFilterAnswersOrThrows() {
        TestClient client = filteredBy((call, next) -> {
            if (call.arguments().contains("plum")) {
                throw new HubException("no plums");
            }
            return CompletableFuture.completedStage(Stream.of("none"));
        });

        client.stream("1", "kinds", "\"plum\"").stream("2", "kinds", "\"pear\"");

        assertThat(client.news())
                .containsExactly(
                        error(
                                "1",
                                "An unexpected error occurred invoking 'kinds' on the server. HubException: no plums"),
                        item("2", "\"none\""),
                        completion("2"));
        assertThat(hub.called).isZero();
        assertHubsGivenBack();
    }

    @Test
    void shouldEndTheCallWhenAFilterGivesSomethingElse() {
        TestClient client = filteredBy((call, next) -> CompletableFuture.completedStage("no stream"));

        assertThat(client.stream("1", "kinds", "\"pear\"").news())
                .containsExactly(error("1", "An error occurred on the server while streaming results."));
        assertHubsGivenBack();
    }

    @Test
    void shouldKeepTheHubUntilTheStreamHasEnded() {
        TestClient client = filteredBy((call, next) -> next.proceed());
        int before = server.activator().released();

        client.stream("1", "ripening");
        assertThat(server.activator().released()).isEqualTo(before);
        client.cancel("1");

        assertThat(client.news()).containsExactly(completion("1"));
        assertThat(hub.cancelled).isOne();
        assertHubsGivenBack();
    }

    @Test
    void shouldStreamWhenAFilterGoesOnLater() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        TestClient client = filteredBy((call, next) -> gate.thenCompose(open -> next.proceed()));
        client.stream("1", "kinds", "\"pear\"");
        assertThat(client.news()).isEmpty();

        gate.complete(null);
        server.run();

        assertThat(client.news()).containsExactly(item("1", "\"pear 0\""), item("1", "\"pear 1\""), completion("1"));
        assertHubsGivenBack();
    }

    @Test
    void shouldNotRunAMethodWhoseCallIsCancelledBeforeAFilterGoesOn() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        TestClient client = filteredBy((call, next) -> gate.thenCompose(open -> next.proceed()));
        client.stream("1", "kinds", "\"pear\"").cancel("1");
        assertThat(client.news()).containsExactly(completion("1"));

        gate.complete(null);
        server.run();

        assertThat(hub.called).isZero();
        assertThat(client.news()).isEmpty();
        assertHubsGivenBack();
    }

    @Test
    void shouldCancelAStreamThatComesAfterTheClientHasCancelled() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        TestClient client =
                filteredBy((call, next) -> next.proceed().thenCompose(stream -> gate.thenApply(open -> stream)));
        client.stream("1", "kinds", "\"pear\"").cancel("1");

        gate.complete(null);
        server.run();

        assertThat(client.news()).containsExactly(completion("1"));
        assertThat(hub.called).isOne();
        assertThat(hub.closed).isOne();
        assertHubsGivenBack();
    }

    @Test
    void shouldShowFiltersWhyStreamsAreRefused() {
        server.with(Options.MAXIMUM_CONCURRENT_STREAMS, 1);
        TestClient client = filteredBy(this::noteRefusals);

        client.stream("1", "ripening").stream("1", "ripening").stream("2", "ripening");
        client.call("3", "ripening").stream("4", "eat", "\"x\"").stream("5", "kinds").stream("6", "nothing");
        client.say(invocation("7", "eat", "\"x\""));
        server.run();

        assertThat(seen)
                .containsExactly(
                        "DUPLICATE_ID",
                        "TOO_MANY_STREAMS",
                        "STREAMING_MODE",
                        "STREAMING_MODE",
                        "ARGUMENT_COUNT",
                        "UNKNOWN_METHOD",
                        "STREAM_COUNT");
        assertThat(client.news())
                .hasSize(7)
                .contains(
                        error("1", "Invocation ID '1' is already in use."),
                        error(
                                "2",
                                "An unexpected error occurred invoking 'ripening' on the server. HubException: A client"
                                        + " can have 1 stream(s) at the same time."),
                        error(
                                "6",
                                "Failed to invoke 'nothing' due to an error on the server. HubException: Method does"
                                        + " not exist."));
        assertThat(client.cancel("1").news()).containsExactly(completion("1"));
        assertHubsGivenBack();
    }

    @Test
    void shouldNotLetFiltersAnswerStreamsThatAreRefused() {
        TestClient client =
                filteredBy((call, next) -> next.proceed().handle((stream, failure) -> Stream.of("in place")));

        assertThat(client.stream("1", "nothing").news())
                .containsExactly(error(
                        "1",
                        "Failed to invoke 'nothing' due to an error on the server. HubException: Method does not"
                                + " exist."));
    }

    @Test
    void shouldRunAroundCallsThatBringStreams() {
        TestClient client = filteredBy((call, next) -> {
            seen.addAll(call.arguments());
            call.argument(0, "I");
            return next.proceed().thenApply(eaten -> eaten + "!");
        });

        client.say(
                invocation("1", "eat", "\"you\"").replace("{", "{\"streamIds\":[\"s\"],"),
                item("s", "\"pear\""),
                completion("s"));
        server.run();

        assertThat(client.news()).containsExactly(result("1", "\"I [pear]!\""));
        assertThat(seen).containsExactly("you");
        assertHubsGivenBack();
    }

    @Test
    void shouldEndWhatACallBringsWhenAFilterThrows() {
        TestClient client = filteredBy((call, next) -> {
            throw new HubException("full");
        });

        for (String id : List.of("1", "2")) {
            client.say(invocation(id, "eat", "\"you\"").replace("{", "{\"streamIds\":[\"s\"],"), item("s", "\"pear\""));
            server.run();
        }

        // The second one may use the id again: the first stream has ended.
        String full = "An unexpected error occurred invoking 'eat' on the server. HubException: full";
        assertThat(client.news()).containsExactly(error("1", full), error("2", full));
        assertThat(hub.called).isZero();
    }

    @Test
    void shouldNotShowFiltersStreamsThatAreCancelledBeforeTheyStart() {
        TestClient client = filteredBy((call, next) -> {
            seen.add(call.target());
            return next.proceed();
        });

        // The second call waits for the end of the first one, and the stream for the second one to start.
        client.call("1", "sleep").call("2", "sleep").stream("3", "ripening").cancel("3");
        hub.awake.complete("awake");
        server.run();

        assertThat(client.news())
                .containsExactlyInAnyOrder(result("1", "\"awake\""), result("2", "\"awake\""), completion("3"));
        assertThat(seen).containsExactly("sleep", "sleep");
    }

    private CompletionStage<?> noteRefusals(HubInvocationContext call, HubFilter.Next next) {
        return next.proceed().whenComplete((any, failure) -> {
            if (failure instanceof CallRefusedException refusal) {
                seen.add(refusal.reason().name());
            }
        });
    }

    private TestClient filteredBy(Around around) {
        return server.filteredBy(around).connected();
    }

    private void assertHubsGivenBack() {
        assertThat(server.activator().released()).isEqualTo(server.activator().activated());
    }

    /** A filter of calls. */
    private interface Around extends HubFilter {

        CompletionStage<?> around(HubInvocationContext call, Next next) throws Exception;

        @Override
        default CompletionStage<?> invoke(HubInvocationContext call, Next next) throws Exception {
            return around(call, next);
        }
    }

    /** Streams fruit, and takes it. */
    static final class FruitHub {

        private final CompletableFuture<String> awake = new CompletableFuture<>();
        private @Nullable Object given;
        private int called;
        private int closed;
        private int cancelled;

        public Stream<String> kinds(String fruit) {
            called++;
            Stream<String> kinds = Stream.of(fruit + " 0", fruit + " 1").onClose(() -> closed++);
            given = kinds;
            return kinds;
        }

        public Flow.Publisher<String> ripening(CancellationToken stop) {
            return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    // is never ripe
                }

                @Override
                public void cancel() {
                    cancelled++;
                }
            });
        }

        public CompletionStage<String> sleep() {
            return awake;
        }

        public String eat(String who, Iterable<String> fruit) {
            called++;
            List<String> eaten = new ArrayList<>();
            fruit.forEach(eaten::add);
            return who + " " + eaten;
        }
    }
}
