// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.completion;
import static ee.signalr.core.test.TestClient.error;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.item;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.CancellationToken;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import io.smallrye.mutiny.Multi;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** What hub methods get of streams that a client sends. */
@Timeout(60)
class UploadsTest {

    private static final String FAILED = "An unexpected error occurred invoking '%s' on the server.";

    private final UploadHub hub = new UploadHub();
    private final TestServer server = new TestServer(hub);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "reactive", "multi", "stream", "iterable", "iterator"})
    void shouldGiveItemsInOrderAndThenTheEnd(String method) {
        TestClient client = server.connected()
                .say(upload("1", method, "", "s"), item("s", "\"a\""), item("s", "\"b\""), completion("s"));
        server.run();

        assertThat(client.news()).containsExactly(result("1", "\"ab\""));
        assertThat(server.activator().released()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "iterable", "iterator"})
    void shouldWaitForItemsOnTheThreadOfTheCallOnly(String method) {
        TestClient client = onThreads().say(upload("1", method, "", "s"));

        client.say(item("s", "\"a\"")).ping().say(invocation("2", "echo", "\"x\""));
        server.timer().fire();
        client.say(item("s", "\"b\""), completion("s"));

        Awaitility.await().until(() -> {
            server.timer().fire();
            return client.messages().size() == 3;
        });
        assertThat(client.news()).containsExactlyInAnyOrder(result("1", "\"ab\""), result("2", "\"x\""));
    }

    @Test
    void shouldMixStreamsWithArgumentsInAnyPosition() {
        TestClient client = server.connected()
                .say(
                        upload("1", "mixed", "\"-\",7", "s\",\"t"),
                        item("t", "2"),
                        item("s", "\"a\""),
                        completion("t"),
                        completion("s"));
        server.run();

        assertThat(client.news()).containsExactly(result("1", "\"[a]-7[2]false\""));
    }

    @Test
    void shouldAnswerAnUploadWithAStream() {
        TestClient client = server.connected();
        client.say(upload("1", "doubled", "", "s").replace("\"type\":1", "\"type\":4"), item("s", "2"));
        server.run();
        server.timer().fire();
        assertThat(client.news()).containsExactly(item("1", "4"));

        client.say(item("s", "3"), completion("s"));
        server.run();

        assertThat(client.news()).containsExactly(item("1", "6"), completion("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "reactive", "multi", "stream", "iterable", "iterator"})
    void shouldFailWithTheErrorOfTheClient(String method) {
        TestClient client =
                server.connected().say(upload("1", method, "", "s"), item("s", "\"a\""), error("s", "client failed"));
        server.run();

        assertThat(client.news())
                .containsExactly(error("1", FAILED.formatted(method) + " HubException: client failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "stream"})
    void shouldFailWhenAnItemDoesNotFit(String method) {
        TestClient client =
                server.connected().say(upload("1", method, "", "s"), item("s", "42"), item("s", "\"ignored\""));
        server.run();

        assertThat(client.news())
                .containsExactly(
                        error("1", FAILED.formatted(method) + " HubException: Failed to bind Stream message."));
        assertThat(client.call("2", "echo", "\"x\"").news()).containsExactly(result("2", "\"x\""));
    }

    @Test
    void shouldTellDetailsOfAnItemThatDoesNotFitWhenAllowed() {
        TestClient client = server.detailed().connected().say(upload("1", "publisher", "", "s"), item("s", "42"));
        server.run();

        assertThat(client.next())
                .startsWith("{\"type\":3,\"invocationId\":\"1\",\"error\":\"" + FAILED.formatted("publisher")
                        + " HubException: Failed to bind Stream message. BindingException: ");
    }

    @Test
    void shouldRefuseAnotherNumberOfStreams() {
        TestClient client = server.connected().call("1", "publisher").say(upload("2", "publisher", "", "s\",\"t"));
        server.run();

        assertThat(client.news())
                .containsExactly(
                        error(
                                "1",
                                FAILED.formatted("publisher")
                                        + " HubException: Client sent 0 stream(s), Hub method expects 1."),
                        error(
                                "2",
                                FAILED.formatted("publisher")
                                        + " HubException: Client sent 2 stream(s), Hub method expects 1."));
    }

    @Test
    void shouldRefuseAStreamIdThatIsInUseWithoutHarmToTheFirst() {
        TestClient client = server.connected()
                .say(upload("1", "publisher", "", "s"), upload("2", "publisher", "", "s"), item("s", "\"a\""));
        server.run();
        assertThat(client.news())
                .containsExactly(error(
                        "2", FAILED.formatted("publisher") + " HubException: A stream ID of [s] is already in use."));

        client.say(completion("s"));
        server.run();
        assertThat(client.news()).containsExactly(result("1", "\"a\""));
    }

    @Test
    void shouldLetAStreamIdBeUsedAgain() {
        TestClient client = server.connected();
        for (int i = 0; i < 3; i++) {
            client.say(upload("1", "publisher", "", "s"), item("s", "\"a\""), completion("s"));
            server.run();
        }

        assertThat(client.news()).hasSize(3).containsOnly(result("1", "\"a\""));
    }

    @Test
    void shouldIgnoreItemsAndEndsOfUnknownStreamsAndAfterTheEnd() {
        TestClient client = server.connected()
                .say(item("x", "1"), completion("x"), upload("1", "publisher", "", "s"), completion("s"))
                .say(item("s", "\"late\""), completion("s"), error("s", "late"));
        server.run();

        assertThat(client.call("2", "echo", "\"x\"").news())
                .containsExactlyInAnyOrder(result("1", "\"\""), result("2", "\"x\""));
    }

    @Test
    void shouldTellTheConsumerThatTheConnectionWasClosed() {
        TestClient client = server.connected().say(upload("1", "publisher", "", "s"), item("s", "\"a\""));
        server.run();

        client.vanish();

        assertThat(hub.failures)
                .singleElement()
                .hasToString("java.util.concurrent.CancellationException: The underlying connection was closed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "iterable", "iterator"})
    void shouldWakeAThreadThatWaitsWhenTheClientVanishes(String method) {
        TestClient client = onThreads().say(upload("1", method, "", "s"));
        Awaitility.await().until(() -> hub.waiting);

        client.connection().transportClosed(null);

        Awaitility.await().until(() -> server.activator().ended().size() == 1);
        assertThat(server.activator().released()).isOne();
    }

    @Test
    void shouldWakeAThreadThatWaitsWhenTheClientSaysGoodbye() {
        TestClient client = onThreads().say(upload("1", "stream", "", "s"));
        Awaitility.await().until(() -> hub.waiting);

        client.say("{\"type\":7}");

        Awaitility.await().until(client::isClosed);
    }

    @Test
    void shouldRunPlainCallsBesideAnUpload() {
        TestClient client = server.connected().say(upload("1", "publisher", "", "s"), invocation("2", "echo", "\"x\""));
        server.run();

        assertThat(client.news()).containsExactly(result("2", "\"x\""));
    }

    @Test
    void shouldPauseReadingPastTheBudgetAndGoOnWhenItemsAreTaken() {
        server.with(Options.APPLICATION_MAX_BUFFER_SIZE, 1_000L).with(Options.STREAM_BUFFER_CAPACITY, 2);
        TestClient client = server.connected().say(upload("1", "hesitant", "", "s"));
        server.run();
        int sent = 0;
        while (client.connection().waitingInput().hasRoom()) {
            client.say(item("s", "\"" + "x".repeat(20) + "\""));
            sent++;
        }
        server.run();
        assertThat(client.connection().waitingInput().hasRoom()).isFalse();
        assertThat(sent).isBetween(15, 30);

        client.ping();
        hub.more(1_000);
        server.run();
        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
        assertThat(hub.taken).isEqualTo(sent);
    }

    @Test
    void shouldSpareTheFirstItemsOfAStream() {
        server.with(Options.APPLICATION_MAX_BUFFER_SIZE, 1_000L).with(Options.STREAM_BUFFER_CAPACITY, 2);
        TestClient client = server.connected().say(upload("1", "hesitant", "", "s"));
        server.run();

        client.say(item("s", "\"" + "x".repeat(300) + "\""), item("s", "\"" + "x".repeat(300) + "\""));
        client.say(item("s", "\"" + "x".repeat(800) + "\""));

        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
    }

    @Test
    void shouldNotHoldTheBudgetForAMethodThatHasEnded() {
        server.with(Options.APPLICATION_MAX_BUFFER_SIZE, 1_000L).with(Options.STREAM_BUFFER_CAPACITY, 1);
        TestClient client = server.connected().say(upload("1", "unread", "", "s"));
        server.run();
        client.say(item("s", "\"a\""), item("s", "\"" + "x".repeat(2_000) + "\""));
        assertThat(client.connection().waitingInput().hasRoom()).isFalse();

        hub.end.complete("done");
        server.run();
        assertThat(client.connection().waitingInput().hasRoom()).isTrue();

        client.say(item("s", "\"" + "x".repeat(20_000) + "\""));
        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
        assertThat(client.news()).containsExactly(result("1", "\"done\""));
    }

    @Test
    void shouldStartTheConsumerThoughItsItemsUseUpTheBudget() {
        server.with(Options.APPLICATION_MAX_BUFFER_SIZE, 1_000L).with(Options.STREAM_BUFFER_CAPACITY, 1);
        TestClient client = server.connected().say(invocation("0", "unfinished"), upload("1", "publisher", "", "s"));
        for (int i = 0; i < 100; i++) {
            client.say(item("s", "\"" + "x".repeat(20) + "\""));
        }
        assertThat(client.connection().waitingInput().hasRoom()).isFalse();

        server.run();

        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
        client.say(completion("s"));
        server.run();
        assertThat(client.news()).hasSize(1);
    }

    @Test
    void shouldCloseTheConnectionForAnItemThatIsTooLarge() {
        TestClient client = server.connected().say(upload("1", "publisher", "", "s"));
        String frame = item("s", "\"\"");

        client.say(item("s", "\"" + "x".repeat(32_768 - frame.length()) + "\""));
        server.run();

        assertThat(client.news()).anyMatch(message -> message.startsWith("{\"type\":7,\"error\""));
        assertThat(hub.failures).hasSize(1);
    }

    @Test
    void shouldRefuseMoreUploadsThanAClientMayHave() {
        TestClient client =
                server.with(Options.MAXIMUM_CONCURRENT_STREAMS, 1).connected().say(upload("1", "publisher", "", "s"));
        for (int i = 0; i < 1_000; i++) {
            client.say(upload("x", "publisher", "", "t" + i));
        }
        server.run();

        assertThat(client.news())
                .hasSize(1_000)
                .containsOnly(error(
                        "x",
                        FAILED.formatted("publisher")
                                + " HubException: A client can have 1 stream(s) at the same time."));
    }

    @Test
    void shouldRefuseASecondSubscriber() {
        TestClient client = server.connected().say(upload("1", "twice", "", "s"), completion("s"));
        server.run();

        assertThat(client.news())
                .containsExactly(result(
                        "1",
                        "\"java.lang.IllegalStateException: SIGNALR-1055: a stream of a client has one"
                                + " subscriber\""));
    }

    @Test
    void shouldFireTheTokenOfAPlainCallThatIsCancelledAndLetItEnd() {
        TestClient client = server.connected().call("1", "cancellable");
        assertThat(client.news()).isEmpty();

        client.cancel("1");

        assertThat(client.news()).containsExactly(result("1", "\"stopped\""));
    }

    @Test
    void shouldFireTheTokenOfACallWithoutIdWhenTheClientVanishes() {
        server.connected().tell("cancellable").vanish();

        assertThat(hub.fired).isOne();
    }

    private TestClient onThreads() {
        server.on(threads);
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        Awaitility.await().until(() -> client.messages().contains("{}"));
        assertThat(client.next()).isEqualTo("{}");
        return client;
    }

    private static String upload(String id, String target, String jsonArguments, String streamIds) {
        return "{\"type\":1,\"invocationId\":\"" + id + "\",\"target\":\"" + target + "\",\"arguments\":["
                + jsonArguments + "],\"streamIds\":[\"" + streamIds + "\"]}";
    }

    /** Takes streams in every form. */
    static final class UploadHub {

        private final List<Throwable> failures = new ArrayList<>();
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private volatile boolean waiting;
        private Flow.@Nullable Subscription subscription;
        private int taken;
        private int fired;

        void more(long count) {
            Flow.Subscription known = subscription;
            if (known != null) {
                known.request(count);
            }
        }

        public CompletionStage<String> publisher(Flow.Publisher<String> items) {
            return collect(items).thenApply(all -> String.join("", all)).whenComplete((any, failure) -> {
                if (failure != null) {
                    failures.add(failure.getCause());
                }
            });
        }

        public CompletionStage<String> reactive(Publisher<String> items) {
            return collect(FlowAdapters.toFlowPublisher(items)).thenApply(all -> String.join("", all));
        }

        public CompletionStage<String> multi(Multi<String> items) {
            return items.collect().asList().map(all -> String.join("", all)).subscribeAsCompletionStage();
        }

        public String stream(Stream<String> items) {
            waiting = true;
            return items.collect(Collectors.joining());
        }

        public String iterable(Iterable<String> items) {
            waiting = true;
            StringBuilder all = new StringBuilder();
            items.forEach(all::append);
            return all.toString();
        }

        public String iterator(Iterator<String> items) {
            waiting = true;
            StringBuilder all = new StringBuilder();
            items.forEachRemaining(all::append);
            return all.toString();
        }

        public String mixed(
                Iterable<String> texts,
                String separator,
                CancellationToken stop,
                int number,
                Iterable<Integer> numbers) {
            return list(texts) + separator + number + list(numbers) + stop.isCancelled();
        }

        private static List<Object> list(Iterable<?> items) {
            List<Object> all = new ArrayList<>();
            items.forEach(all::add);
            return all;
        }

        public Flow.Publisher<Integer> doubled(Multi<Integer> numbers) {
            return numbers.map(number -> 2 * number);
        }

        public CompletionStage<String> hesitant(Flow.Publisher<String> items) {
            items.subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription offered) {
                    subscription = offered;
                }

                @Override
                public void onNext(String item) {
                    taken++;
                }

                @Override
                public void onError(Throwable failure) {
                    failures.add(failure);
                }

                @Override
                public void onComplete() {
                    end.complete("done");
                }
            });
            return end;
        }

        public CompletionStage<String> unread(Flow.Publisher<String> items) {
            return end;
        }

        public CompletionStage<String> unfinished() {
            return new CompletableFuture<>();
        }

        public CompletionStage<String> twice(Flow.Publisher<String> items) {
            CompletionStage<List<String>> first = collect(items);
            CompletionStage<List<String>> second = collect(items);
            return first.thenCompose(any -> second)
                    .handle((any, failure) -> failure.getCause().toString());
        }

        public CompletionStage<String> cancellable(CancellationToken stop) {
            CompletableFuture<String> stopped = new CompletableFuture<>();
            stop.onCancel(() -> {
                fired++;
                stopped.complete("stopped");
            });
            return stopped;
        }

        public String echo(String text) {
            return text;
        }

        private static CompletionStage<List<String>> collect(Flow.Publisher<String> items) {
            CompletableFuture<List<String>> all = new CompletableFuture<>();
            items.subscribe(new Flow.Subscriber<>() {
                private final List<String> seen = new ArrayList<>();

                @Override
                public void onSubscribe(Flow.Subscription offered) {
                    offered.request(Long.MAX_VALUE);
                }

                @Override
                public void onNext(String item) {
                    seen.add(item);
                }

                @Override
                public void onError(Throwable failure) {
                    all.completeExceptionally(failure);
                }

                @Override
                public void onComplete() {
                    all.complete(seen);
                }
            });
            return all;
        }
    }
}
