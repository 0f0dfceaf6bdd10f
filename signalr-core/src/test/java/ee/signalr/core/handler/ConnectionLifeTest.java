// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.OutboundOverflowException;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The callbacks of a connection's life, and what is true while they run. */
class ConnectionLifeTest {

    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}";

    private final LifeHub hub = new LifeHub();
    private final TestServer server = new TestServer(hub);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldRunCallsOnlyAfterTheCallbackOfTheNewConnection() {
        hub.joining = new CompletableFuture<>();
        TestClient client = server.client().say(HANDSHAKE, invocation("1", "echo", "\"early\""));
        server.run();
        assertThat(client.messages()).containsExactly("{}");
        assertThat(hub.events).containsExactly("joining");

        hub.joining.complete(null);
        server.run();

        assertThat(client.messages()).containsExactly("{}", result("1", "\"early\""));
    }

    @Test
    void shouldReachANewConnectionFromItsOwnCallback() {
        hub.whenJoining = clients -> clients.all().send("new");

        TestClient client = server.connected();

        assertThat(client.next()).isEqualTo("{\"type\":1,\"target\":\"new\",\"arguments\":[]}");
    }

    @Test
    void shouldCloseWithAnErrorWhenTheCallbackFails() {
        hub.whenJoining = clients -> {
            throw new IllegalStateException("secret");
        };

        assertThat(failedJoin(server))
                .containsExactly("{}", "{\"type\":7,\"error\":\"Connection closed with an error.\"}");
        assertThat(failedJoin(server.detailed()))
                .containsExactly(
                        "{}",
                        "{\"type\":7,\"error\":\"Connection closed with an error. IllegalStateException: secret\"}");
    }

    @Test
    void shouldTellTheTextOfAHubExceptionWhenTheCallbackFails() {
        hub.joining = CompletableFuture.failedFuture(new HubException("you are not invited"));

        assertThat(failedJoin(server))
                .containsExactly(
                        "{}",
                        "{\"type\":7,\"error\":\"Connection closed with an error. HubException: you are not invited\"}");
    }

    @Test
    void shouldNotTellTheEndOfWhatNeverBegan() {
        hub.joining = CompletableFuture.failedFuture(new HubException("no"));
        TestClient client = server.client().say(HANDSHAKE, invocation("1", "echo", "\"x\""));
        server.run();
        client.vanish();

        assertThat(hub.events).containsExactly("joining");
        assertThat(server.lifetime().size()).isZero();
        assertThat(server.activator().ended()).containsExactly(client.id());
        assertThat(client.closings()).hasSize(1);
    }

    @Test
    void shouldCloseWhenAHubCannotBeHadForTheCallback() {
        server.activator().fail(new HubException("no bean"));

        assertThat(failedJoin(server))
                .containsExactly(
                        "{}", "{\"type\":7,\"error\":\"Connection closed with an error. HubException: no bean\"}");
    }

    @Test
    void shouldTellTheEndWithoutACauseWhenTheClientVanishes() {
        TestClient client = server.connected();

        client.vanish();

        assertThat(hub.events).containsExactly("joining", "left");
        assertThat(hub.cause()).isEmpty();
        assertThat(server.activator().ended()).containsExactly(client.id());
    }

    @Test
    void shouldTellTheEndWithoutACauseWhenTheClientCloses() {
        server.connected().say("{\"type\":7}");
        server.run();

        assertThat(hub.cause()).isEmpty();
    }

    @Test
    void shouldTellTheTextWithWhichTheClientCloses() {
        server.connected().say("{\"type\":7,\"error\":\"browser on fire\"}");
        server.run();

        assertThat(hub.cause())
                .get()
                .isInstanceOf(HubException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("browser on fire");
    }

    @Test
    void shouldTellTheEndWithoutACauseWhenTheHubAborts() {
        server.connected().tell("abort");

        assertThat(hub.cause()).isEmpty();
    }

    @Test
    void shouldTellTheEndWithoutACauseWhenTheServerStops() {
        server.connected();
        server.connections().stop(Duration.ofMillis(1));
        server.run();

        assertThat(hub.cause()).isEmpty();
    }

    @Test
    void shouldTellOfAProtocolError() {
        server.connected().say("{");
        server.run();

        assertThat(hub.cause()).get().extracting(Throwable::getMessage).isEqualTo("Error reading JSON.");
    }

    @Test
    void shouldTellOfAnEndInTheMiddleOfAMessage() {
        server.connected().sayRaw("{\"type\":").vanish();

        assertThat(hub.cause())
                .get()
                .extracting(Throwable::getMessage)
                .isEqualTo("Connection terminated while reading a message.");
    }

    @Test
    void shouldTellOfAnOverflow() {
        TestClient client = server.with(Options.OUTBOUND_BYTE_LIMIT, 65_536L).connected();
        client.connection().pause();

        client.tell("flood");

        assertThat(hub.cause()).get().isInstanceOf(OutboundOverflowException.class);
    }

    @Test
    void shouldTellOfABrokenTransport() {
        TestClient client = server.connected();
        IllegalStateException broken = new IllegalStateException("broken pipe");
        client.transport().failing(broken);

        client.call("1", "echo", "\"x\"");

        assertThat(hub.cause()).containsSame(broken);
    }

    @Test
    void shouldFireTheSignalBeforeTheCallbackOfTheEnd() {
        TestClient client = server.connected().tell("watch");
        assertThat(hub.events).containsExactly("joining");

        client.vanish();

        assertThat(hub.events).containsExactly("joining", "signal", "left");
        assertThat(hub.abortedAtEnd).isTrue();
    }

    @Test
    void shouldFireTheSignalAtOnceWhenWatchedAfterTheEnd() {
        server.connected().vanish();
        List<String> events = new ArrayList<>();

        hub.context.orElseThrow().aborted().onCancel(() -> events.add("at once"));

        assertThat(events).containsExactly("at once");
    }

    @Test
    void shouldKeepGroupsUntilTheCallbackOfTheEndHasRun() {
        TestClient other = server.connected();
        TestClient client = server.connected();
        server.context().groups().add(client.id(), "room");
        server.context().groups().add(other.id(), "room");
        hub.whenLeaving =
                clients -> hub.events.add("members: " + server.lifetime().groupCount());

        client.vanish();
        assertThat(hub.events).endsWith("members: 1", "left");

        other.vanish();
        assertThat(server.lifetime().groupCount()).isZero();
        assertThat(server.lifetime().size()).isZero();
    }

    @Test
    void shouldDropWhatTheCallbackOfTheEndSendsToItsOwnClient() {
        TestClient other = server.connected();
        TestClient client = server.connected();
        hub.whenLeaving = clients -> clients.all().send("gone");

        client.vanish();

        assertThat(client.news()).isEmpty();
        assertThat(other.next()).isEqualTo("{\"type\":1,\"target\":\"gone\",\"arguments\":[]}");
    }

    @Test
    void shouldSignOffOnlyWhenTheStageOfTheCallbackIsComplete() {
        hub.leaving = new CompletableFuture<>();
        server.connected().vanish();
        assertThat(server.lifetime().size()).isOne();
        assertThat(server.activator().ended()).isEmpty();

        hub.leaving.complete(null);

        assertThat(server.lifetime().size()).isZero();
        assertThat(server.activator().ended()).hasSize(1);
    }

    @Test
    void shouldSignOffWhenTheCallbackOfTheEndFails() {
        hub.whenLeaving = clients -> {
            throw new StackOverflowError();
        };
        TestClient client = server.connected();
        server.context().groups().add(client.id(), "room");

        client.vanish();

        assertThat(server.lifetime().size()).isZero();
        assertThat(server.lifetime().groupCount()).isZero();
        assertThat(server.activator().ended()).containsExactly(client.id());
    }

    @Test
    void shouldTellTheEndOnlyAfterTheBeginning() {
        hub.joining = new CompletableFuture<>();
        TestClient client = server.client().say(HANDSHAKE);
        server.run();

        client.vanish();
        assertThat(hub.events).containsExactly("joining");
        assertThat(hub.context.orElseThrow().aborted().isCancelled()).isTrue();

        hub.joining.complete(null);
        server.run();
        assertThat(hub.events).containsExactly("joining", "left");
        assertThat(server.lifetime().size()).isZero();
    }

    @Test
    void shouldSignOffWhenTheBeginningFailsAfterTheEnd() {
        hub.joining = new CompletableFuture<>();
        TestClient client = server.client().say(HANDSHAKE, invocation("1", "echo", "\"never\""));
        server.run();
        client.vanish();

        hub.joining.completeExceptionally(new HubException("too late"));
        server.run();

        assertThat(hub.events).containsExactly("joining");
        assertThat(server.lifetime().size()).isZero();
        assertThat(server.activator().ended()).containsExactly(client.id());
        assertThat(server.activator().activated()).isOne();
    }

    @Test
    void shouldRunTheCallbackOfTheEndWhenTheFirstOneAborts() {
        hub.whenJoining = clients -> hub.context.orElseThrow().abort();
        TestClient client = server.client().say(HANDSHAKE);
        server.run();

        assertThat(client.messages()).containsExactly("{}", "{\"type\":7}");
        assertThat(hub.events).containsExactly("joining", "left");
        assertThat(hub.cause()).isEmpty();
    }

    @Test
    void shouldRunCallsThatHaveArrivedBeforeTheClientLeft() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        hub.slow = first;
        TestClient client =
                server.connected().tell("slow").tell("note", "\"a\"").tell("note", "\"b\"");

        client.vanish();
        assertThat(hub.events).containsExactly("joining");

        first.complete(null);
        server.run();
        assertThat(hub.events).containsExactly("joining", "a", "b", "left");
    }

    @Test
    void shouldFireTheSignalWhileCallsOfALeftClientStillRun() {
        hub.slow = new CompletableFuture<>();
        TestClient client = server.connected().tell("watch").tell("slow").tell("note", "\"a\"");

        client.vanish();

        assertThat(hub.events).containsExactly("joining", "signal");
    }

    @Test
    void shouldNotWaitForRunningCallsWhenTheClientLeaves() {
        hub.slow = new CompletableFuture<>();
        TestClient client = server.connected().tell("slow");

        client.vanish();

        assertThat(hub.events).containsExactly("joining", "left");
    }

    @Test
    void shouldDropCallsThatWaitWhenTheHubAborts() {
        hub.slow = new CompletableFuture<>();
        server.connected().tell("slow").tell("note", "\"a\"");

        hub.context.orElseThrow().abort();
        hub.slow.complete(null);
        server.run();

        assertThat(hub.events).containsExactly("joining", "left");
    }

    @Test
    void shouldKeepItemsAcrossCalls() {
        TestClient client = server.connected().call("1", "remember", "\"a\"").call("2", "remember", "\"b\"");

        assertThat(client.news()).containsExactly(result("1", "\"\""), result("2", "\"a\""));
        assertThat(server.connected().call("3", "remember", "\"c\"").next()).isEqualTo(result("3", "\"\""));
    }

    @Test
    void shouldEndInOrderWithoutThreads() {
        TestClient client = server.connected();
        server.context().groups().add(client.id(), "room");
        server.executor().refuse();

        client.vanish();

        assertThat(hub.events).containsExactly("joining", "left");
        assertThat(server.lifetime().size()).isZero();
        assertThat(server.lifetime().groupCount()).isZero();
        assertThat(server.activator().ended()).containsExactly(client.id());
    }

    @Test
    void shouldCloseAConnectionForWhoseCallsThereIsNoThread() {
        TestClient client = server.connected();
        server.executor().refuse();

        client.say(invocation("1", "echo", "\"x\""));

        assertThat(client.news())
                .containsExactly("{\"type\":7,\"error\":\"Connection closed with an error.\",\"allowReconnect\":true}");
        assertThat(client.isClosed()).isTrue();
        assertThat(server.lifetime().size()).isZero();
    }

    private static List<String> failedJoin(TestServer server) {
        TestClient client = server.client().say(HANDSHAKE);
        server.run();
        assertThat(client.closings()).hasSize(1);
        return client.messages();
    }

    /** What a test does in a callback. */
    private interface Action {
        void run(HubCallerClients clients);
    }

    /** Notes its life, and lives it as the test wants. */
    static final class LifeHub {

        private final List<String> events = new ArrayList<>();
        private Action whenJoining = clients -> {};
        private Action whenLeaving = clients -> {};
        private CompletableFuture<Void> joining = CompletableFuture.completedFuture(null);
        private CompletableFuture<Void> leaving = CompletableFuture.completedFuture(null);
        private CompletableFuture<Void> slow = CompletableFuture.completedFuture(null);
        private Optional<HubCallerContext> context = Optional.empty();
        private Optional<Disconnection> disconnection = Optional.empty();
        private boolean abortedAtEnd;

        @OnConnected
        CompletionStage<Void> joined(HubCallerContext caller, HubCallerClients clients) {
            events.add("joining");
            context = Optional.of(caller);
            whenJoining.run(clients);
            return joining;
        }

        @OnDisconnected
        CompletionStage<Void> left(Disconnection end, HubCallerContext caller, HubCallerClients clients) {
            disconnection = Optional.of(end);
            abortedAtEnd = caller.aborted().isCancelled();
            whenLeaving.run(clients);
            events.add("left");
            return leaving;
        }

        Optional<Throwable> cause() {
            return disconnection.orElseThrow().cause();
        }

        public String echo(String text) {
            return text;
        }

        public void note(String text) {
            events.add(text);
        }

        public CompletionStage<Void> slow() {
            return slow;
        }

        public void abort(HubCallerContext caller) {
            caller.abort();
        }

        public void watch(HubCallerContext caller) {
            caller.aborted().onCancel(() -> events.add("signal"));
        }

        public void flood(HubCallerClients clients) {
            for (int i = 0; i < 100; i++) {
                clients.caller().send("data", "x".repeat(1_000));
            }
        }

        public String remember(String text, HubCallerContext caller) {
            Object before = caller.items().put("text", text);
            return before == null ? "" : before.toString();
        }
    }
}
