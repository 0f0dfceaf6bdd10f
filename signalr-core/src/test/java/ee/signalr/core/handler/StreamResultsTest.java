// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.completion;
import static ee.signalr.core.test.TestClient.error;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.item;
import static ee.signalr.core.test.TestClient.result;
import static ee.signalr.core.test.TestClient.streamInvocation;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.CancellationToken;
import ee.signalr.HubException;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets of methods that stream. */
class StreamResultsTest {

    private final StreamingHub hub = new StreamingHub();
    private final TestServer server = new TestServer(hub);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "stream", "iterable", "iterator", "laterPublisher", "laterStream"})
    void shouldSendItemsThenACompletionWithoutResult(String method) {
        TestClient client = server.connected().stream("1", method, "3");
        hub.open();
        server.run();

        assertThat(client.news()).containsExactly(item("1", "0"), item("1", "1"), item("1", "2"), completion("1"));
        assertThat(server.activator().released()).isEqualTo(server.activator().activated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "stream", "iterable", "iterator"})
    void shouldCompleteAtOnceWhenThereAreNoItems(String method) {
        assertThat(server.connected().stream("1", method, "0").news()).containsExactly(completion("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "stream"})
    void shouldSendManyItemsInOrderAndInFewFrames(String method) {
        TestClient client = server.connected();
        int before = client.transport().frames().size();

        client.stream("1", method, "1000");

        List<String> expected = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> expected.add(item("1", String.valueOf(i))));
        expected.add(completion("1"));
        assertThat(client.news()).isEqualTo(expected);
        assertThat(client.transport().frames().size() - before).isLessThan(80);
    }

    @Test
    void shouldSendNullsThatAreItems() {
        assertThat(server.connected().stream("1", "nulls").news())
                .containsExactly(item("1", "null"), item("1", "\"a\""), completion("1"));
    }

    @Test
    void shouldRefuseAPlainCallOfAStreamingMethod() {
        assertThat(server.connected().call("1", "publisher", "1").news())
                .containsExactly(error(
                        "1",
                        "The client attempted to invoke the streaming 'publisher' method with a non-streaming"
                                + " invocation."));
    }

    @Test
    void shouldRefuseAStreamOfAPlainMethod() {
        assertThat(server.connected().stream("1", "echo", "\"x\"").news())
                .containsExactly(error(
                        "1",
                        "The client attempted to invoke the non-streaming 'echo' method with a streaming"
                                + " invocation."));
    }

    @Test
    void shouldTellWhenAMethodGivesNoStream() {
        assertThat(server.connected().stream("1", "nothing").news())
                .containsExactly(error(
                        "1",
                        "The value returned by the streaming method 'nothing' is not a ChannelReader<> or"
                                + " IAsyncEnumerable<>."));
        assertThat(server.activator().released()).isOne();
    }

    @Test
    void shouldTellWhenAMethodFailsBeforeItStreams() {
        TestClient client = server.connected().stream("1", "failFirst").stream("2", "failLater");

        assertThat(client.news())
                .containsExactly(
                        error("1", "An unexpected error occurred invoking 'failFirst' on the server."),
                        error(
                                "2",
                                "An unexpected error occurred invoking 'failLater' on the server. HubException: told"));
        assertThat(server.activator().released()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failingPublisher", "failingStream"})
    void shouldTellWhenAStreamFails(String method) {
        assertThat(server.connected().stream("1", method).news())
                .containsExactly(
                        item("1", "0"), error("1", "An error occurred on the server while streaming results."));
        assertThat(server.detailed().connected().stream("1", method).news())
                .containsExactly(
                        item("1", "0"),
                        error(
                                "1",
                                "An error occurred on the server while streaming results. IllegalStateException:"
                                        + " middle"));
    }

    @Test
    void shouldEndOnlyTheStreamWhenAnItemCannotBeWritten() {
        TestClient client = server.connected().stream("1", "unwritable").call("2", "echo", "\"x\"");

        assertThat(client.news())
                .containsExactly(
                        error("1", "An error occurred on the server while streaming results."), result("2", "\"x\""));
        assertThat(hub.closed).isOne();
    }

    @Test
    void shouldAnswerACancelWithACompletionAndCancelThePublisher() {
        TestClient client = server.connected().stream("1", "forever");
        hub.emit("a");
        server.timer().fire();
        assertThat(client.news()).containsExactly(item("1", "\"a\""));

        client.cancel("1");
        hub.emit("b");
        server.timer().fire();

        assertThat(client.news()).containsExactly(completion("1"));
        assertThat(hub.cancelled).isOne();
        assertThat(hub.tokenFired).isOne();
        assertThat(server.activator().released()).isOne();
    }

    @Test
    void shouldNotRunAMethodWhoseCallIsCancelledBeforeItStarts() {
        TestClient client =
                server.connected().say(streamInvocation("1", "forever"), "{\"type\":5,\"invocationId\":\"1\"}");
        // The cancel is first, as on a pool whose threads are busy.
        server.run();

        assertThat(client.news()).containsExactly(completion("1"));
        assertThat(hub.cancelled).isEqualTo(hub.subscribed);
    }

    @Test
    void shouldCancelWhileTheStageOfAStreamIsUnfinished() {
        TestClient client = server.connected().stream("1", "laterStream", "3").cancel("1");
        assertThat(client.news()).containsExactly(completion("1"));

        hub.open();
        server.run();

        assertThat(client.news()).isEmpty();
        assertThat(hub.closed).isOne();
        assertThat(server.activator().released()).isOne();
    }

    @Test
    void shouldTellAPublisherThatComesTooLateThatNobodyWantsIt() {
        TestClient client = server.connected().stream("1", "laterForever").cancel("1");

        hub.open();
        server.run();

        assertThat(client.news()).containsExactly(completion("1"));
        assertThat(hub.subscribed).isOne();
        assertThat(hub.cancelled).isOne();
        assertThat(server.activator().released()).isOne();
    }

    @Test
    void shouldCancelStreamsWhenTheClientVanishes() {
        server.connected().stream("1", "forever").vanish();

        assertThat(hub.cancelled).isOne();
        assertThat(hub.tokenFired).isOne();
        assertThat(server.activator().ended()).hasSize(1);
    }

    @Test
    void shouldRefuseAnIdThatIsInUseWithoutHarmToTheFirstStream() {
        TestClient client = server.connected().stream("1", "forever").stream("1", "publisher", "3");
        assertThat(client.news()).containsExactly(error("1", "Invocation ID '1' is already in use."));

        hub.emit("a");
        client.cancel("1");

        assertThat(client.news()).containsExactly(item("1", "\"a\""), completion("1"));
        assertThat(hub.cancelled).isOne();
    }

    @Test
    void shouldLetAnIdBeUsedAgainAfterTheEnd() {
        TestClient client = server.connected().stream("1", "publisher", "1").stream("1", "publisher", "1");

        assertThat(client.news()).containsExactly(item("1", "0"), completion("1"), item("1", "0"), completion("1"));
    }

    @Test
    void shouldIgnoreACancelOfAnUnknownId() {
        assertThat(server.connected().cancel("9").call("1", "echo", "\"x\"").news())
                .containsExactly(result("1", "\"x\""));
    }

    @Test
    void shouldRunCallsBesideAStream() {
        TestClient client = server.connected().stream("1", "forever").call("2", "echo", "\"x\"");

        assertThat(client.news()).containsExactly(result("2", "\"x\""));
    }

    @Test
    void shouldRunStreamsBesideAnUnfinishedCall() {
        TestClient client = server.connected().say(invocation("1", "unfinished"), streamInvocation("2", "stream", "1"));
        server.run();

        assertThat(client.news()).containsExactly(item("2", "0"), completion("2"));
    }

    @Test
    void shouldRefuseMoreStreamsThanAClientMayHave() {
        TestClient client = server.with(Options.MAXIMUM_CONCURRENT_STREAMS, 2).connected();
        for (int i = 0; i < 10_000; i++) {
            client.say(streamInvocation(String.valueOf(i), "forever"));
        }
        server.run();

        List<String> answers = client.news();
        assertThat(answers).hasSize(9_998);
        assertThat(answers.get(0))
                .isEqualTo(error(
                        "2",
                        "An unexpected error occurred invoking 'forever' on the server. HubException: A client can"
                                + " have 2 stream(s) at the same time."));
        assertThat(client.cancel("0").cancel("1").stream("x", "publisher", "0").news())
                .containsExactly(completion("0"), completion("1"), completion("x"));
    }

    /** Streams in every form. */
    static final class StreamingHub {

        private final CompletableFuture<Void> opened = new CompletableFuture<>();
        private final List<Flow.Subscriber<? super String>> subscribers = new ArrayList<>();
        private int subscribed;
        private int cancelled;
        private int tokenFired;
        private int closed;

        void open() {
            opened.complete(null);
        }

        void emit(String item) {
            subscribers.forEach(subscriber -> subscriber.onNext(item));
        }

        public Flow.Publisher<Integer> publisher(int count) {
            return new RangePublisher(count, null);
        }

        public Stream<Integer> stream(int count) {
            return IntStream.range(0, count).boxed().onClose(() -> closed++);
        }

        public Iterable<Integer> iterable(int count) {
            return IntStream.range(0, count).boxed().toList();
        }

        public Iterator<Integer> iterator(int count) {
            return IntStream.range(0, count).iterator();
        }

        public CompletionStage<Flow.Publisher<Integer>> laterPublisher(int count) {
            return opened.thenApply(any -> publisher(count));
        }

        public CompletionStage<Stream<Integer>> laterStream(int count) {
            return opened.thenApply(any -> stream(count));
        }

        public Stream<@Nullable String> nulls() {
            return Stream.of(null, "a");
        }

        public @Nullable Stream<String> nothing() {
            return null;
        }

        public Stream<String> failFirst() {
            throw new IllegalStateException("before");
        }

        public CompletionStage<Stream<String>> failLater() {
            return CompletableFuture.failedFuture(new HubException("told"));
        }

        public Flow.Publisher<Integer> failingPublisher() {
            return new RangePublisher(1, new IllegalStateException("middle"));
        }

        public Stream<Integer> failingStream() {
            return IntStream.range(0, 2).boxed().peek(i -> {
                if (i == 1) {
                    throw new IllegalStateException("middle");
                }
            });
        }

        public Stream<Object> unwritable() {
            return Stream.<Object>of(new Knot()).onClose(() -> closed++);
        }

        public CompletionStage<Flow.Publisher<String>> laterForever(CancellationToken stop) {
            return opened.thenApply(any -> forever(stop));
        }

        public Flow.Publisher<String> forever(CancellationToken stop) {
            stop.onCancel(() -> tokenFired++);
            return subscriber -> {
                subscribed++;
                subscribers.add(subscriber);
                subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long count) {
                        // has nothing by itself
                    }

                    @Override
                    public void cancel() {
                        cancelled++;
                    }
                });
            };
        }

        public CompletionStage<Void> unfinished() {
            return new CompletableFuture<>();
        }

        public String echo(String text) {
            return text;
        }
    }

    /** Cannot be written. */
    public static final class Knot {

        public Knot getSelf() {
            return this;
        }
    }

    /** Numbers from zero on, as many as are asked for, then an end. */
    private record RangePublisher(int count, @Nullable Throwable failure) implements Flow.Publisher<Integer> {

        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                private int next;
                private boolean ended;

                @Override
                public void request(long wanted) {
                    for (long i = 0; i < wanted && next < count; i++) {
                        subscriber.onNext(next++);
                    }
                    if (next == count && !ended) {
                        ended = true;
                        end();
                    }
                }

                private void end() {
                    if (failure == null) {
                        subscriber.onComplete();
                    } else {
                        subscriber.onError(failure);
                    }
                }

                @Override
                public void cancel() {
                    next = count;
                    ended = true;
                }
            });
        }
    }
}
