// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.HubCallerClients;
import ee.signalr.OnConnected;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a client that await results of clients. */
@Timeout(60)
class AwaitedResultsTest {

    private final AskingHub hub = new AskingHub();
    private final TestServer server = new TestServer(hub);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        server.close();
        assertThat(server.lifetime().pendingResults()).isZero();
    }

    @Test
    void shouldAnswerACallWithTheResultOfTheCaller() {
        TestClient client = server.connected().call("1", "ask", "\"a\"");
        assertThat(client.news()).containsExactly(asked("s1", "a"));

        answer(client, result("s1", "\"A\""));

        assertThat(client.news()).containsExactly(result("1", "\"A\""));
    }

    @Test
    void shouldLetOneMoreCallStartWhileOneAwaitsAResult() {
        TestClient client = server.connected()
                .say(
                        invocation("1", "ask", "\"a\""),
                        invocation("2", "hold", "\"b\""),
                        invocation("3", "hold", "\"c\""));
        server.run();

        assertThat(hub.entered).containsExactly("a", "b");
        open(0);
        assertThat(hub.entered).containsExactly("a", "b", "c");
        open(1);
        answer(client, result("s1", "\"A\""));

        assertThat(client.news())
                .containsExactly(
                        asked("s1", "a"), result("2", "\"open\""), result("3", "\"open\""), result("1", "\"A\""));
    }

    @Test
    void shouldLetCallsStartThatTheResultDependsOnHoweverDeep() {
        TestClient client = server.connected();
        for (int i = 1; i <= 20; i++) {
            client.call(String.valueOf(i), "ask", "\"" + i + "\"");
        }

        assertThat(hub.entered).hasSize(20);
        for (int i = 20; i >= 1; i--) {
            answer(client, result("s" + i, "\"x\""));
        }
        assertThat(client.news()).hasSize(40).contains(result("1", "\"x\""), result("20", "\"x\""));
    }

    @Test
    void shouldAskInTheOrderOfTheCallsOnRealThreads() {
        server.on(threads);
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        Awaitility.await().until(() -> client.messages().contains("{}"));
        String[] calls = IntStream.range(0, 900)
                .mapToObj(i -> invocation(String.valueOf(i), "ask", "\"" + i + "\""))
                .toArray(String[]::new);

        client.say(calls);

        Awaitility.await().until(() -> client.messages().size() == calls.length + 1);
        assertThat(client.messages().stream().skip(1).map(AwaitedResultsTest::argument))
                .containsExactlyElementsOf(
                        IntStream.range(0, 900).mapToObj(String::valueOf).toList());
        client.connection().transportClosed(null);
        Awaitility.await().until(() -> server.lifetime().pendingResults() == 0);
    }

    private static String argument(String question) {
        return question.replaceAll(".*\"arguments\":\\[\"(\\d+)\"].*", "$1");
    }

    @Test
    void shouldTakeBackWhatItLentWhenTheResultHasCome() {
        TestClient client =
                server.connected().say(invocation("1", "askThenWait", "\"a\""), invocation("2", "hold", "\"b\""));
        server.run();
        assertThat(hub.entered).containsExactly("a", "b");

        answer(client, result("s1", "\"A\""));
        client.call("3", "hold", "\"c\"");
        open(0);
        assertThat(hub.entered)
                .as("one call still runs, and it is no guest any more")
                .containsExactly("a", "b");
        open(1);

        assertThat(hub.entered).containsExactly("a", "b", "c");
        open(2);
    }

    @Test
    void shouldLetOneMoreCallStartForAllThatOneCallAwaits() {
        TestClient client = server.connected()
                .say(invocation("1", "askThree"), invocation("2", "hold", "\"b\""), invocation("3", "hold", "\"c\""));
        server.run();
        assertThat(hub.entered).containsExactly("three", "b");

        answer(client, result("s1", "\"x\""), result("s2", "\"y\""));
        open(0);
        assertThat(hub.entered).containsExactly("three", "b", "c");
        answer(client, result("s3", "\"z\""));
        open(1);

        assertThat(client.news()).contains(result("1", "\"xyz\""));
        client.call("4", "hold", "\"d\"").call("5", "hold", "\"e\"");
        assertThat(hub.entered).containsExactly("three", "b", "c", "d");
        open(2);
        open(3);
    }

    @Test
    void shouldTakeBackWhatItLentWhenTheTimeIsOverOrTheAskerGivesUp() {
        TestClient client = server.with(Options.CLIENT_RESULT_TIMEOUT, Duration.ofSeconds(2))
                .connected()
                .call("1", "ask", "\"a\"");
        server.pass(Duration.ofSeconds(3));
        assertThat(client.news())
                .containsExactly(
                        asked("s1", "a"),
                        "{\"type\":3,\"invocationId\":\"1\",\"error\":\"An unexpected error occurred invoking 'ask' on the"
                                + " server. HubException: Invocation canceled by the server.\"}");

        client.call("2", "giveUp").call("3", "hold", "\"b\"").call("4", "hold", "\"c\"");

        assertThat(hub.entered).containsExactly("a", "b");
        open(0);
        assertThat(hub.entered).containsExactly("a", "b", "c");
        open(1);
    }

    @Test
    void shouldLendForContinuationsToo() {
        TestClient client = server.connected().call("1", "askTwice").call("2", "hold", "\"b\"");
        assertThat(hub.entered).containsExactly("b");
        open(0);

        answer(client, result("s1", "\"x\""));
        client.call("3", "hold", "\"c\"");
        assertThat(hub.entered).containsExactly("b", "c");
        answer(client, result("s2", "\"y\""));
        open(1);

        assertThat(client.news()).contains(result("1", "\"xy\""), result("3", "\"open\""));
    }

    @Test
    void shouldRefuseToAskInTheCallbackOfANewConnection() {
        hub.asksWhenConnected = true;
        server.detailed();

        TestClient client = server.client();
        client.say("{\"protocol\":\"json\",\"version\":1}");
        server.run();

        assertThat(client.messages())
                .containsExactly(
                        "{}",
                        "{\"type\":7,\"error\":\"Connection closed with an error. IllegalStateException: Client results"
                                + " inside OnConnectedAsync Hub methods are not allowed.\"}");
    }

    @Test
    void shouldAskSomebodyElseWithoutGettingInTheWayOfTheCaller() {
        TestClient ann = server.connected();
        TestClient bob = server.connected();
        ann.say(invocation("1", "askOther", "\"" + bob.id() + "\""), invocation("2", "hold", "\"b\""));
        server.run();
        assertThat(bob.news()).containsExactly(asked("s1", "from a friend"));
        assertThat(hub.entered).containsExactly("b");

        answer(bob, result("s1", "\"yes\""));
        open(0);

        assertThat(ann.news()).contains(result("1", "\"yes\""));
    }

    @Test
    void shouldShowWhoIsGoneAsTheReferenceDoes() {
        TestClient client = server.detailed().connected().call("1", "askOther", "\"nobody\"");

        assertThat(client.next())
                .contains("invoking 'askOther' on the server. IOException: Connection 'nobody' does not exist.");
    }

    @Test
    void shouldNotDeadlockAHubThatBlocks() {
        server.on(threads);
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        Awaitility.await().until(() -> client.messages().contains("{}"));

        client.say(invocation("1", "block"), invocation("2", "echo", "\"let through\""));
        Awaitility.await().until(() -> client.messages().contains(result("2", "\"let through\"")));
        client.say(result("s1", "\"done\""));

        Awaitility.await().until(() -> client.messages().contains(result("1", "\"done\"")));
    }

    @Test
    void shouldCompleteEveryCallHoweverAnswersAndEndsMeet() {
        server.on(threads);
        for (int round = 0; round < 50; round++) {
            TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
            Awaitility.await().until(() -> client.messages().contains("{}"));
            CompletableFuture<String> asked = server.context()
                    .clients()
                    .client(client.id())
                    .invoke(String.class, "ask")
                    .toCompletableFuture();
            String id = client.messages().stream()
                    .filter(message -> message.startsWith("{\"type\":1"))
                    .map(message -> message.replaceAll(".*\"invocationId\":\"(s\\d+)\".*", "$1"))
                    .findFirst()
                    .orElseThrow();

            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> client.say(result(id, "\"x\"")), threads);
            CompletableFuture<Void> end =
                    CompletableFuture.runAsync(() -> client.connection().transportClosed(null), threads);

            CompletableFuture.allOf(answer, end).join();
            Awaitility.await().until(asked::isDone);
            assertThat(server.lifetime().pendingResults()).isZero();
        }
    }

    private static String asked(String id, String what) {
        return "{\"type\":1,\"invocationId\":\"" + id + "\",\"target\":\"ask\",\"arguments\":[\"" + what + "\"]}";
    }

    private void answer(TestClient client, String... messages) {
        client.say(messages);
        server.run();
    }

    private void open(int gate) {
        hub.gates.get(gate).complete("open");
        server.run();
    }

    /** Asks its callers. */
    static final class AskingHub {

        private final List<String> entered = new ArrayList<>();
        private final List<CompletableFuture<String>> gates = new ArrayList<>();
        private boolean asksWhenConnected;

        @OnConnected
        void joined(HubCallerClients clients) {
            if (asksWhenConnected) {
                clients.caller().invoke(String.class, "ask");
            }
        }

        public CompletionStage<String> ask(String what, HubCallerClients clients) {
            entered.add(what);
            return clients.caller().invoke(String.class, "ask", what);
        }

        public CompletionStage<String> askThenWait(String what, HubCallerClients clients) {
            CompletionStage<String> gate = gate();
            return ask(what, clients).thenCombine(gate, (answer, open) -> answer);
        }

        public CompletionStage<String> askThree(HubCallerClients clients) {
            entered.add("three");
            CompletionStage<String> x = clients.caller().invoke(String.class, "ask", "x");
            CompletionStage<String> y = clients.caller().invoke(String.class, "ask", "y");
            CompletionStage<String> z = clients.caller().invoke(String.class, "ask", "z");
            return x.thenCombine(y, String::concat).thenCombine(z, String::concat);
        }

        public CompletionStage<String> askTwice(HubCallerClients clients) {
            return clients.caller()
                    .invoke(String.class, "ask", "x")
                    .thenCompose(x ->
                            clients.caller().invoke(String.class, "ask", "y").thenApply(y -> x + y));
        }

        public CompletionStage<String> askOther(String id, HubCallerClients clients) {
            return clients.client(id).invoke(String.class, "ask", "from a friend");
        }

        public String giveUp(HubCallerClients clients) {
            clients.caller().invoke(String.class, "ask").toCompletableFuture().cancel(false);
            return "given up";
        }

        public String block(HubCallerClients clients) {
            return clients.caller()
                    .invoke(String.class, "ask")
                    .toCompletableFuture()
                    .join();
        }

        public String echo(String text) {
            return text;
        }

        public CompletionStage<String> hold(String what) {
            entered.add(what);
            return gate();
        }

        private CompletableFuture<String> gate() {
            CompletableFuture<String> gate = new CompletableFuture<>();
            gates.add(gate);
            return gate;
        }
    }
}
