// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.TransferFormat;
import ee.signalr.core.clients.DefaultHubCallerClients;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.lifetime.InMemoryHubLifetimeManager;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.MessageFormat;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.TextMessageFormat;
import ee.signalr.core.test.HubDefinitions;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.RecordingOutput;
import ee.signalr.core.test.TestActivator;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls at the border to the application, with protocols and answers that misbehave. */
class HubDispatcherTest {

    private final LonelyHub hub = new LonelyHub();
    private final TestActivator activator = new TestActivator(hub);
    private final HubDispatcher dispatcher =
            new HubDispatcher(HubDefinitions.of(LonelyHub.class), activator, new ErrorMessages(false), null);
    private final PlainProtocol protocol = new PlainProtocol();
    private final HubConnection connection =
            new HubConnection(new RawConnections().negotiated(), protocol, Runnable::run);
    private final HubCaller caller =
            new HubCaller(connection, new DefaultHubCallerClients(new InMemoryHubLifetimeManager(), "me"));
    private final List<CompletionMessage> replies = new ArrayList<>();

    @Test
    void shouldCompleteWhenAnsweredAtOnce() {
        CompletableFuture<Void> end = invoke(call("echo", "x"), replies::add);

        assertThat(end).isCompleted();
        assertThat(replies).containsExactly(CompletionMessage.withResult("1", "x"));
    }

    @Test
    void shouldCompleteWhenAnsweredLater() {
        CompletableFuture<Void> end = invoke(call("later"), replies::add);
        assertThat(end).isNotDone();

        hub.later.complete("y");

        assertThat(end).isCompleted();
        assertThat(replies).containsExactly(CompletionMessage.withResult("1", "y"));
    }

    @Test
    void shouldLeaveBeforeAndReleaseAfterAStageIsComplete() {
        invoke(call("later"), reply -> {
            replies.add(reply);
            assertThat(activator.released()).isOne();
        });
        assertThat(activator.left()).isOne();
        assertThat(activator.released()).isZero();

        hub.later.complete("y");
        assertThat(replies).hasSize(1);
    }

    @Test
    void shouldAnswerWithAnErrorWhenTheProtocolCannotBind() {
        for (Throwable failure : List.of(new IllegalStateException("bug in an adapter"), new StackOverflowError())) {
            protocol.bindFailure = failure;
            assertThat(invoke(call("echo", "x"), replies::add)).isCompleted();
        }

        assertThat(replies)
                .extracting(CompletionMessage::error)
                .containsExactly(
                        "Failed to invoke 'echo' due to an error on the server.",
                        "Failed to invoke 'echo' due to an error on the server.");
        assertThat(activator.activated()).isZero();
    }

    @Test
    void shouldAnswerWithAnErrorWhenAResultCannotBeWritten() {
        for (Throwable failure :
                List.of(new IllegalStateException("no"), new StackOverflowError(), new OutOfMemoryError())) {
            assertThat(invoke(call("echo", "x"), failingOnce(failure))).isCompleted();
        }

        assertThat(replies)
                .hasSize(3)
                .extracting(CompletionMessage::error)
                .containsOnly("An unexpected error occurred invoking 'echo' on the server.");
    }

    @Test
    void shouldAnswerWithAnErrorWhenALaterResultCannotBeWritten() {
        CompletableFuture<Void> end = invoke(call("later"), failingOnce(new StackOverflowError()));

        hub.later.complete("y");

        assertThat(end).isCompleted();
        assertThat(replies)
                .extracting(CompletionMessage::error)
                .containsExactly("An unexpected error occurred invoking 'later' on the server.");
    }

    @Test
    void shouldCompleteEvenWhenNothingCanBeWritten() {
        CompletableFuture<Void> end = invoke(call("later"), reply -> {
            throw new IllegalStateException("nothing goes out");
        });

        hub.later.completeExceptionally(new HubException("x"));

        assertThat(end).isCompleted();
        assertThat(activator.released()).isOne();
    }

    @Test
    void shouldGiveTheHubBackWhenTheMethodThrows() {
        invoke(call("fail"), replies::add);

        assertThat(activator.left()).isOne();
        assertThat(activator.released()).isOne();
        assertThat(replies)
                .extracting(CompletionMessage::error)
                .containsExactly("An unexpected error occurred invoking 'fail' on the server.");
    }

    @Test
    void shouldRunCallbacks() {
        assertThat(dispatcher.connected(caller).toCompletableFuture()).isCompleted();
        assertThat(dispatcher.disconnected(caller, null).toCompletableFuture()).isCompleted();
        IllegalStateException cause = new IllegalStateException("why");
        dispatcher.disconnected(caller, cause);

        assertThat(hub.events)
                .containsExactly(
                        "joined",
                        "left " + new Disconnection(Optional.empty()),
                        "left " + new Disconnection(Optional.of(cause)));
        assertThat(activator.released()).isEqualTo(3);
    }

    @Test
    void shouldFailTheStageOfACallbackThatFails() {
        hub.joinFailure = new StackOverflowError();

        assertThat(dispatcher.connected(caller).toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StackOverflowError.class);
        assertThat(activator.released()).isOne();
    }

    @Test
    void shouldFailTheStageOfACallbackWithoutAHub() {
        activator.fail(new IllegalStateException("no bean"));

        assertThat(dispatcher.connected(caller).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void shouldDoNothingWithoutCallbacks() {
        HubDispatcher silent = new HubDispatcher(
                HubDefinitions.of(Object.class), new TestActivator(new Object()), new ErrorMessages(false), null);

        assertThat(silent.connected(caller).toCompletableFuture()).isCompleted();
        assertThat(silent.disconnected(caller, null).toCompletableFuture()).isCompleted();
        assertThat(activator.activated()).isZero();
    }

    @Test
    void shouldTellTheActivatorOfTheEnd() {
        dispatcher.ended(caller);

        assertThat(activator.ended()).containsExactly(connection.connectionId());
    }

    private CompletableFuture<Void> invoke(InvocationMessage call, Consumer<CompletionMessage> to) {
        CallOrigin origin = new CallOrigin(caller, protocol, new RecordingOutput(Runnable::run, to), 1, () -> {
            throw new AssertionError("no streams here");
        });
        return dispatcher.receive(origin, call, false).start();
    }

    private Consumer<CompletionMessage> failingOnce(Throwable failure) {
        boolean[] failed = new boolean[1];
        return reply -> {
            if (!failed[0]) {
                failed[0] = true;
                PlainProtocol.sneak(failure);
            }
            replies.add(reply);
        };
    }

    private static InvocationMessage call(String target, String... arguments) {
        List<RawValue> raw = new ArrayList<>();
        for (String argument : arguments) {
            byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
            raw.add(new RawValue(bytes, 0, bytes.length));
        }
        return new InvocationMessage(Map.of(), "1", target, raw, null);
    }

    /** Has no clients. */
    static final class LonelyHub {

        private final List<String> events = new ArrayList<>();
        private final CompletableFuture<String> later = new CompletableFuture<>();
        private @Nullable Error joinFailure;

        @OnConnected
        void joined(HubCallerContext any) {
            Error failure = joinFailure;
            if (failure != null) {
                throw failure;
            }
            events.add("joined");
        }

        @OnDisconnected
        void left(Disconnection end) {
            events.add("left " + end);
        }

        public String echo(String text) {
            return text;
        }

        public CompletionStage<String> later() {
            return later;
        }

        public void fail() throws Exception {
            throw new Exception("checked");
        }
    }

    /** Takes values for text as they are, or fails. */
    private static final class PlainProtocol implements HubProtocol {

        private @Nullable Throwable bindFailure;

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public TransferFormat transferFormat() {
            return TransferFormat.TEXT;
        }

        @Override
        public MessageFormat messageFormat() {
            return TextMessageFormat.INSTANCE;
        }

        @Override
        public HubMessage parse(byte[] bytes, int start, int end) {
            throw new AssertionError("not asked here");
        }

        @Override
        public Object bind(RawValue value, Type type) {
            Throwable failure = bindFailure;
            if (failure != null) {
                sneak(failure);
            }
            return new String(value.bytes(), value.start(), value.size(), StandardCharsets.UTF_8);
        }

        @Override
        public byte[] write(HubMessage message) {
            throw new AssertionError("not asked here");
        }

        static void sneak(Throwable failure) {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            throw (Error) failure;
        }
    }
}
