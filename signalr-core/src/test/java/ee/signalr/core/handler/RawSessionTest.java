// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.RawConnections.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.TransferFormat;
import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.RawClient;
import ee.signalr.core.test.RawServer;
import ee.signalr.core.test.TestTransport.Completion;
import ee.signalr.core.transport.CloseStatus;
import ee.signalr.core.transport.OutboundMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One client of a connection handler, from its start to its end. */
class RawSessionTest {

    private final RawServer server = new RawServer();

    @Test
    void shouldTellOfTheConnectionBeforeAnythingThatCame() {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        server.handler().onConnected(connection -> ready);
        RawClient client = server.connect().say("early").run();
        assertThat(server.handler().events()).containsExactly("connected");

        ready.complete(null);
        client.run();

        assertThat(server.handler().events()).containsExactly("connected", "received early");
    }

    @Test
    void shouldRunNothingOnTheThreadThatDelivers() {
        server.connect().say("a");

        assertThat(server.handler().events()).isEmpty();
    }

    @Test
    void shouldReceiveInOrderAndOneAtATime() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        server.handler().onReceived((connection, text) -> text.equals("1") ? slow : connection.send(text));
        RawClient client = server.connect().say("1").say("2").say("3").run();
        assertThat(server.handler().events()).containsExactly("connected", "received 1");

        slow.complete(null);
        client.run();

        assertThat(server.handler().events()).containsExactly("connected", "received 1", "received 2", "received 3");
        assertThat(client.frames()).containsExactly("2", "3");
    }

    @Test
    void shouldSendEachMessageAsItsOwnFrame() {
        RawClient client = server.connect();
        client.transport().completing(Completion.BY_HAND);
        server.handler().onReceived((connection, text) -> {
            IntStream.range(0, 3).forEach(i -> connection.send(text + i));
            return connection.send(new byte[0]);
        });

        client.say("x").run();
        IntStream.range(0, 3).forEach(any -> client.transport().complete());

        assertThat(client.frames()).containsExactly("x0", "x1", "x2");
    }

    @Test
    void shouldSendInTheFormatOfTheHandler() {
        RawClient text = server.connect().say("t").run();
        RawClient binary =
                new RawServer(TransferFormat.BINARY).connect().say("b").run();

        assertThat(text.messages()).extracting(OutboundMessage::format).containsExactly(TransferFormat.TEXT);
        assertThat(binary.messages()).extracting(OutboundMessage::format).containsExactly(TransferFormat.BINARY);
    }

    @Test
    void shouldSendBytesThatAreNoTextInBinaryFramesAndUnchanged() {
        byte[] noText = {'a', (byte) 0xC3};
        server.handler().onReceivedBytes((connection, chunk) -> connection.send(chunk));
        RawClient client =
                server.connect().say(noText).say(bytes("ä€\uD83D\uDE00")).run();

        assertThat(client.messages())
                .satisfiesExactly(
                        odd -> {
                            assertThat(odd.format()).isEqualTo(TransferFormat.BINARY);
                            assertThat(odd.bytes()).containsExactly(noText);
                        },
                        text -> assertThat(text.format()).isEqualTo(TransferFormat.TEXT));
    }

    @Test
    void shouldNotCareForTextWhereThereAreNoTextFrames() {
        server.handler().onReceivedBytes((connection, chunk) -> connection.send(chunk));
        RawClient client = server.connect(TransportType.LONG_POLLING)
                .say(new byte[] {(byte) 0xFF})
                .run();

        assertThat(client.messages()).extracting(OutboundMessage::format).containsExactly(TransferFormat.TEXT);
    }

    @Test
    void shouldTellOfTheEndAfterAllThatTheClientHasSent() {
        RawClient client = server.connect().say("a").say("b");

        client.vanish();
        client.run();

        assertThat(server.handler().events())
                .containsExactly("connected", "received a", "received b", "disconnected in order");
        assertThat(server.handlers().ended()).containsExactly(client.id());
        assertThat(server.handlers().inside()).isZero();
    }

    @Test
    void shouldFireTheSignalWhileACallbackIsStillRunningAndTellOfTheEndAfterIt() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        server.handler().onReceived((connection, text) -> {
            connection.aborted().onCancel(() -> server.handler().note("aborted"));
            return slow;
        });
        RawClient client = server.connect().say("a").run();

        client.vanish();
        client.run();
        assertThat(server.handler().events()).containsExactly("connected", "received a", "aborted");

        slow.complete(null);
        client.run();
        assertThat(server.handler().events())
                .containsExactly("connected", "received a", "aborted", "disconnected in order");
    }

    @Test
    void shouldCloseInOrderWhenTheApplicationWantsIt() {
        server.handler().onReceived((connection, text) -> {
            connection.send("bye");
            connection.close();
            return connection.send("too late");
        });
        RawClient client = server.connect();
        client.transport().completing(Completion.BY_HAND);

        client.say("a").say("dropped").run();
        assertThat(client.closings()).isEmpty();
        client.transport().complete();
        client.run();

        assertThat(client.frames()).containsExactly("bye");
        assertThat(client.closings()).containsExactly(CloseStatus.NORMAL);
        assertThat(server.handler().events()).containsExactly("connected", "received a", "disconnected in order");
    }

    @Test
    void shouldCutOffWhenTheApplicationAborts() {
        server.handler().onReceived((connection, text) -> {
            connection.abort();
            connection.abort();
            return connection.send("nobody reads this");
        });
        RawClient client = server.connect().say("a").say("dropped").run();

        assertThat(client.frames()).isEmpty();
        assertThat(client.closings()).containsOnly(CloseStatus.ABORTED);
        assertThat(server.handler().events()).containsExactly("connected", "received a", "disconnected in order");
        assertThat(server.manager().size()).isZero();
    }

    @Test
    void shouldEndTheConnectionWhenReceivingFails() {
        server.handler().onReceived((connection, text) -> {
            throw new IllegalArgumentException("no " + text);
        });
        RawClient client = server.connect().say("a").say("dropped").run();

        assertThat(client.closings()).containsExactly(CloseStatus.ERROR);
        assertThat(server.handler().events())
                .containsExactly("connected", "received a", "disconnected IllegalArgumentException: no a");
    }

    @Test
    void shouldEndTheConnectionWhenReceivingFailsLater() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        server.handler().onReceived((connection, text) -> slow.thenApply(any -> any));
        RawClient client = server.connect().say("a").run();

        slow.completeExceptionally(new IllegalStateException("later"));
        client.run();

        assertThat(server.handler().events())
                .containsExactly("connected", "received a", "disconnected IllegalStateException: later");
    }

    @Test
    void shouldEndTheConnectionWhenACallbackGivesNoStage() {
        server.handler().onReceived((connection, text) -> nothing());
        RawClient client = server.connect().say("a").run();

        assertThat(client.closings()).containsExactly(CloseStatus.ERROR);
        assertThat(server.handler().events().get(2)).contains("SIGNALR-1104");
    }

    @SuppressWarnings({"NullAway", "NullTernary", "TypeParameterUnusedInFormals"}) // what a careless application does
    private static <T> T nothing() {
        return null;
    }

    @Test
    void shouldNotTellOfTheEndWhenTheConnectionWasRefused() {
        server.handler().onConnected(connection -> {
            throw new SecurityException("not you");
        });
        RawClient client = server.connect().say("a").run();

        assertThat(client.closings()).containsExactly(CloseStatus.ERROR);
        assertThat(server.handler().events()).containsExactly("connected");
        assertThat(server.handlers().ended()).containsExactly(client.id());
    }

    @Test
    void shouldEndTheConnectionWhenThereIsNoHandler() {
        server.handlers().failing(new IllegalStateException("not made"));
        RawClient client = server.connect().run();

        assertThat(client.closings()).containsExactly(CloseStatus.ERROR);
        assertThat(server.handlers().ended()).containsExactly(client.id());
    }

    @Test
    void shouldForgetTheConnectionWhenTheLastCallbackFails() {
        server.handler().onDisconnected(connection -> {
            throw new IllegalStateException("late");
        });
        RawClient client = server.connect().run();

        client.vanish();
        client.run();

        assertThat(server.handlers().ended()).containsExactly(client.id());
    }

    @Test
    void shouldStopReadingWhileTheHandlerIsBusyAndGoOnLater() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        server.with(Options.APPLICATION_MAX_BUFFER_SIZE, 1_000L);
        server.handler().onReceived((connection, text) -> slow);
        RawClient client = server.connect().run();

        client.say("x".repeat(600)).run();
        client.say("y".repeat(600));
        assertThat(client.connection().waitingInput().hasRoom()).isFalse();
        slow.complete(null);
        client.run();

        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
    }

    @Test
    void shouldCountManySmallPiecesForMoreThanTheirBytes() {
        server.with(Options.APPLICATION_MAX_BUFFER_SIZE, 1_000L);
        RawClient client = server.connect();

        IntStream.range(0, 20).forEach(any -> client.say("x"));

        assertThat(client.connection().waitingInput().hasRoom()).isFalse();
    }

    @Test
    void shouldReadOnWithoutLimitWhenThereIsNone() {
        server.with(Options.APPLICATION_MAX_BUFFER_SIZE, 0L);
        RawClient client = server.connect().say("x".repeat(1_000_000));

        assertThat(client.connection().waitingInput().hasRoom()).isTrue();
    }

    @Test
    void shouldCompleteSendsWhenTheClientTakesThem() {
        server.with(Options.TRANSPORT_MAX_BUFFER_SIZE, 10L);
        RawClient client = server.connect();
        client.transport().completing(Completion.BY_HAND);
        client.run();

        CompletionStage<Void> sent = server.handler().connection().send("more than ten bytes");
        assertThat(sent.toCompletableFuture()).isNotDone();
        client.transport().complete();
        client.run();

        assertThat(sent.toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldCompleteSendsAtOnceWhenThereIsNoLimit() {
        server.with(Options.TRANSPORT_MAX_BUFFER_SIZE, 0L);
        RawClient client = server.connect();
        client.transport().completing(Completion.BY_HAND);
        client.run();

        CompletionStage<Void> sent = server.handler().connection().send("x".repeat(100_000));

        assertThat(sent.toCompletableFuture()).isCompleted();
    }

    @Test
    void shouldDisconnectAClientThatDoesNotRead() {
        server.with(Options.TRANSPORT_MAX_BUFFER_SIZE, 10L).with(Options.OUTBOUND_BYTE_LIMIT, 20L);
        RawClient client = server.connect();
        client.transport().completing(Completion.BY_HAND);
        client.run();

        IntStream.range(0, 3).forEach(any -> server.handler().connection().send("ten bytes."));
        client.run();

        assertThat(server.handler().events().get(1)).startsWith("disconnected OutboundOverflowException");
    }

    @Test
    void shouldDisconnectAClientWhoseWriteTakesTooLong() {
        RawClient client = server.connect();
        client.transport().completing(Completion.BY_HAND);
        client.run();
        server.handler().connection().send("x");

        server.pass(Duration.ofSeconds(11));
        client.run();

        assertThat(server.handler().events().get(1)).startsWith("disconnected SendTimeoutException");
    }

    @Test
    void shouldNeitherPingNorTimeOutAClientThatIsSilent() {
        RawClient client = server.connect().run();

        server.pass(Duration.ofMinutes(5));
        client.run();

        assertThat(client.frames()).isEmpty();
        assertThat(server.handler().events()).containsExactly("connected");
    }

    @Test
    void shouldEndWhatHasBegunWhenThereAreNoThreadsAnyMore() {
        RawClient client = server.connect().run();
        server.executor().refuse();

        client.say("dropped");

        assertThat(server.handler().events())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("connected"),
                        last -> assertThat(last).startsWith("disconnected RejectedExecutionException"));
        assertThat(server.handlers().ended()).containsExactly(client.id());
    }

    @Test
    void shouldNotBeginWhenThereAreNoThreads() {
        server.executor().refuse();

        RawClient client = server.connect();

        assertThat(server.handler().events()).isEmpty();
        assertThat(client.closings()).isNotEmpty();
        assertThat(server.manager().size()).isZero();
    }

    @Test
    void shouldKnowTheConnection() {
        RawClient client = server.connect().run();

        assertThat(server.handler().connection()).satisfies(connection -> {
            assertThat(connection.connectionId()).isEqualTo(client.id());
            assertThat(connection.principal()).isEmpty();
            assertThat(connection.transport()).isEqualTo(TransportType.WEB_SOCKETS);
            assertThat(connection.transferFormat()).isEqualTo(TransferFormat.TEXT);
            assertThat(connection.httpRequest().path()).isEqualTo("/hub");
            assertThat(connection.aborted().isCancelled()).isFalse();
            connection.items().put("key", "value");
            assertThat(connection.items()).containsEntry("key", "value");
        });
    }
}
