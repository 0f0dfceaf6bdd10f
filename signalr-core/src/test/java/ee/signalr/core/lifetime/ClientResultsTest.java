// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import static ee.signalr.core.test.TestClient.error;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import ee.signalr.ClientGoneException;
import ee.signalr.HubEncodingException;
import ee.signalr.HubException;
import ee.signalr.OnDisconnected;
import ee.signalr.SignalRException;
import ee.signalr.SingleClientProxy;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a result that is asked for from outside of the hub. */
class ClientResultsTest {

    private final TestServer server = new TestServer(new EmptyHub());

    @AfterEach
    void nothingIsLeft() {
        server.close();
        assertThat(server.lifetime().pendingResults()).isZero();
    }

    // ---- answers

    @Test
    void shouldAskWithAnIdAndGiveTheResult() {
        TestClient client = server.connected();

        CompletionStage<Integer> sum = proxy(client).invoke(Integer.class, "add", 1, 2);
        assertThat(client.news())
                .containsExactly("{\"type\":1,\"invocationId\":\"s1\",\"target\":\"add\",\"arguments\":[1,2]}");
        answer(client, result("s1", "3"));

        assertThat(sum).isCompletedWithValue(3);
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldGiveEveryCallAnIdOfItsOwn() {
        TestClient ann = server.connected();
        TestClient bob = server.connected();
        CompletionStage<String> first = proxy(ann).invoke(String.class, "a");
        CompletionStage<String> second = proxy(bob).invoke(String.class, "b");
        CompletionStage<String> third = proxy(ann).invoke(String.class, "c");

        answer(ann, result("s3", "\"c\""), result("s1", "\"a\""));
        answer(bob, result("s2", "\"b\""));

        assertThat(first).isCompletedWithValue("a");
        assertThat(second).isCompletedWithValue("b");
        assertThat(third).isCompletedWithValue("c");
    }

    @Test
    void shouldBindTypesThatAClassCannotTell() throws NoSuchFieldException {
        TestClient client = server.connected();
        Type listOfLong = Types.class.getDeclaredField("longs").getGenericType();

        CompletionStage<List<Long>> longs = proxy(client).invoke(listOfLong, "all");
        answer(client, result("s1", "[1,2]"));

        assertThat(longs).isCompletedWithValue(List.of(1L, 2L));
    }

    @Test
    void shouldGiveNullForNull() {
        TestClient client = server.connected();

        CompletionStage<String> name = proxy(client).invoke(String.class, "name");
        answer(client, result("s1", "null"));

        assertThat(name).isCompletedWithValue(null);
    }

    @Test
    void shouldNotLookAtAResultThatDoesNotMatter() {
        TestClient client = server.connected();

        CompletionStage<Void> done = proxy(client).invoke(Void.class, "a");
        CompletionStage<Void> empty = proxy(client).invoke(Void.class, "b");
        answer(client, result("s1", "{\"what\":[1]}"), "{\"type\":3,\"invocationId\":\"s2\"}");

        assertThat(done).isCompletedWithValue(null);
        assertThat(empty).isCompletedWithValue(null);
    }

    @Test
    void shouldBindAndCompleteOnTheExecutorOnly() {
        TestClient client = server.connected();
        CompletionStage<String> name = proxy(client).invoke(String.class, "name");

        client.say(result("s1", "\"ann\""));
        assertThat(name.toCompletableFuture()).isNotDone();
        server.run();

        assertThat(name).isCompletedWithValue("ann");
    }

    // ---- failures

    @Test
    void shouldFailWithTheTextOfTheClient() {
        TestClient client = server.connected();

        CompletionStage<String> name = proxy(client).invoke(String.class, "name");
        answer(client, error("s1", "Error: no name"));

        assertFailed(name, HubException.class, "Error: no name");
    }

    @Test
    void shouldFailWhenTheClientGivesNoResult() {
        TestClient client = server.connected();

        CompletionStage<String> name = proxy(client).invoke(String.class, "name");
        answer(client, "{\"type\":3,\"invocationId\":\"s1\"}");

        assertFailed(name, HubException.class, "Client didn't provide a result.");
    }

    @Test
    void shouldFailWhenTheResultDoesNotFit() {
        TestClient client = server.connected();

        CompletionStage<Integer> sum = proxy(client).invoke(Integer.class, "sum");
        answer(client, result("s1", "\"many\""));

        assertThat(failure(sum))
                .isInstanceOf(HubException.class)
                .hasMessageStartingWith("Error trying to deserialize result to Integer. ");
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldFailForAnUnknownConnection() {
        CompletionStage<String> name =
                server.context().clients().client("nobody").invoke(String.class, "name");

        assertFailed(name, ClientGoneException.class, "Connection 'nobody' does not exist.");
    }

    @Test
    void shouldFailWhenTheClientDisconnects() {
        TestClient client = server.connected();
        CompletionStage<String> name = proxy(client).invoke(String.class, "name");

        client.vanish();

        assertFailed(name, ClientGoneException.class, "Connection '" + client.id() + "' disconnected.");
    }

    @Test
    void shouldFailAtOnceWhenTheConnectionIsEnding() {
        TestClient client = server.connected();
        SingleClientProxy proxy = proxy(client);
        List<CompletionStage<String>> asked = new ArrayList<>();
        HubHook.onDisconnected = () -> asked.add(proxy.invoke(String.class, "late"));

        try {
            client.vanish();
        } finally {
            HubHook.onDisconnected = () -> {};
        }

        assertThat(asked)
                .singleElement()
                .satisfies(late -> assertFailed(
                        late, ClientGoneException.class, "Connection '" + client.id() + "' disconnected."));
    }

    @Test
    void shouldFailWhenTheTimeIsOverAndIgnoreALateAnswer() {
        TestClient client = server.connected();
        CompletionStage<String> name = proxy(client).invoke(String.class, "name");

        client.ping();
        server.pass(Duration.ofSeconds(29));
        assertThat(name.toCompletableFuture()).isNotDone();
        client.ping();
        server.pass(Duration.ofSeconds(2));

        assertFailed(name, HubException.class, "Invocation canceled by the server.");
        assertThat(failure(name)).hasCauseInstanceOf(TimeoutException.class);
        answer(client, result("s1", "\"late\""));
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldTakeTheLimitOfTheCallBeforeThatOfTheHub() {
        server.with(Options.CLIENT_RESULT_TIMEOUT, Duration.ofSeconds(3));
        TestClient client = server.connected();
        CompletionStage<String> hubs = proxy(client).invoke(String.class, "a");
        CompletionStage<String> shorter =
                proxy(client).withTimeout(Duration.ofSeconds(1)).invoke(String.class, "b");
        CompletionStage<String> longer =
                proxy(client).withTimeout(Duration.ofSeconds(Long.MAX_VALUE)).invoke(String.class, "c");

        server.pass(Duration.ofMillis(1_500));
        assertThat(shorter.toCompletableFuture()).isCompletedExceptionally();
        assertThat(hubs.toCompletableFuture()).isNotDone();
        server.pass(Duration.ofSeconds(2));
        assertThat(hubs.toCompletableFuture()).isCompletedExceptionally();
        assertThat(longer.toCompletableFuture()).isNotDone();

        client.vanish();
    }

    @Test
    void shouldForgetWhatTheAskerGivesUp() {
        TestClient client = server.connected();
        CompletionStage<String> name = proxy(client).invoke(String.class, "name");

        name.toCompletableFuture().cancel(false);

        assertThat(server.lifetime().pendingResults()).isZero();
        assertThatThrownBy(() -> name.toCompletableFuture().join()).isInstanceOf(CancellationException.class);
        answer(client, result("s1", "\"late\""));
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldRefuseWhatCannotBeWritten() {
        TestClient client = server.connected();
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatThrownBy(() -> proxy(client).invoke(String.class, "name", endless))
                .isInstanceOf(HubEncodingException.class);

        assertThat(server.lifetime().pendingResults()).isZero();
        assertThat(client.news()).isEmpty();
    }

    @Test
    void shouldRefuseAnEmptyNameAndATimeLimitOfNothing() {
        SingleClientProxy nobody = server.context().clients().client("nobody");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> nobody.invoke(String.class, ""))
                .withMessage("method must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nobody.withTimeout(Duration.ZERO))
                .withMessage("timeout must be more than zero");
        assertThatIllegalArgumentException().isThrownBy(() -> nobody.withTimeout(Duration.ofSeconds(-1)));
    }

    // ---- bad clients

    @Test
    void shouldCloseAClientThatAnswersForAnotherAndNothingElse() {
        server.detailed();
        TestClient asked = server.connected();
        TestClient rogue = server.connected();
        CompletionStage<String> name = proxy(asked).invoke(String.class, "name");

        answer(rogue, result("s1", "\"mine\""));

        assertThat(rogue.next())
                .isEqualTo(
                        "{\"type\":7,\"error\":\"Connection closed with an error. InvalidOperationException: Connection"
                                + " ID '" + rogue.id()
                                + "' is not valid for invocation ID 's1'.\",\"allowReconnect\":true}");
        assertThat(rogue.isClosed()).isTrue();
        assertThat(name.toCompletableFuture()).isNotDone();
        answer(asked, result("s1", "\"ann\""));
        assertThat(name).isCompletedWithValue("ann");
        assertThat(asked.isClosed()).isFalse();
    }

    @Test
    void shouldIgnoreAnswersThatNobodyAskedFor() {
        TestClient client = server.connected();
        CompletionStage<String> name = proxy(client).invoke(String.class, "name");

        answer(client, result("s2", "1"), result("1", "1"), error("nope", "x"));
        answer(client, result("s1", "\"first\""), result("s1", "\"second\""), error("s1", "third"));

        assertThat(name).isCompletedWithValue("first");
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldBoundWhatAClientMayOwe() {
        TestClient client = server.connected();
        TestClient other = server.connected();
        List<CompletionStage<String>> asked = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            asked.add(proxy(client).invoke(String.class, "name"));
        }

        assertThat(server.lifetime().pendingResults()).isEqualTo(1_000);
        assertFailed(
                asked.get(1_000),
                SignalRException.class,
                "SIGNALR-1070: Connection '" + client.id() + "' owes 1000 client results already.");
        assertThat(client.news()).hasSize(1_000);
        assertThat(proxy(other).invoke(String.class, "name").toCompletableFuture())
                .isNotDone();

        answer(client, result("s1", "\"ann\""));
        assertThat(proxy(client).invoke(String.class, "name").toCompletableFuture())
                .isNotDone();
        assertThat(proxy(client).invoke(String.class, "name").toCompletableFuture())
                .isCompletedExceptionally();

        client.vanish();
        other.vanish();
        assertThat(asked)
                .allSatisfy(stage -> assertThat(stage.toCompletableFuture()).isDone());
    }

    @Test
    void shouldEndWithTheApplication() {
        TestClient client = server.connected();
        CompletionStage<String> name = proxy(client).invoke(String.class, "name");
        server.executor().refuse();

        server.connections().stop(Duration.ZERO);

        assertFailed(name, ClientGoneException.class, "Connection '" + client.id() + "' disconnected.");
    }

    private SingleClientProxy proxy(TestClient client) {
        return server.context().clients().client(client.id());
    }

    private void answer(TestClient client, String... messages) {
        client.say(messages);
        server.run();
    }

    private static void assertFailed(CompletionStage<?> stage, Class<? extends Throwable> type, String message) {
        assertThat(failure(stage)).isExactlyInstanceOf(type).hasMessage(message);
    }

    private static Throwable failure(CompletionStage<?> stage) {
        CompletableFuture<Throwable> found = new CompletableFuture<>();
        stage.whenComplete((any, failure) -> found.complete(failure));
        assertThat(found).isDone();
        return assertThat(found.join()).asInstanceOf(THROWABLE).actual();
    }

    /** Has types. */
    private static final class Types {

        @SuppressWarnings("unused") // for its type
        private List<Long> longs = List.of();
    }

    /** What the hub does. */
    private static final class HubHook {

        private static volatile Runnable onDisconnected = () -> {};
    }

    /** Offers nothing. */
    static final class EmptyHub {

        @OnDisconnected
        void left() {
            HubHook.onDisconnected.run();
        }
    }
}
