// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.error;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.HubMethodName;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls and their answers, to the letter. */
class InvocationTest {

    private static final String INVOKING = "An unexpected error occurred invoking '%s' on the server.";
    private static final String FAILED = "Failed to invoke '%s' due to an error on the server.";

    private final CallHub hub = new CallHub();
    private final TestServer server = new TestServer(hub);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAnswerWithTheResult() {
        assertThat(server.connected().call("7", "add", "1", "2").next()).isEqualTo(result("7", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "a b", "ünï", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void shouldAnswerWithTheIdThatTheClientChose(String id) {
        assertThat(server.connected().call(id, "add", "1", "2").next()).isEqualTo(result(id, "3"));
    }

    @Test
    void shouldAnswerWithNullWhenThereIsNoValue() {
        TestClient client =
                server.connected().call("1", "nothing").call("2", "nil").call("3", "nothingLater");

        assertThat(client.news()).containsExactly(result("1", "null"), result("2", "null"), result("3", "null"));
    }

    @Test
    void shouldAnswerTheSameIdAgain() {
        TestClient client = server.connected().call("1", "add", "1", "1").call("1", "add", "2", "2");

        assertThat(client.news()).containsExactly(result("1", "2"), result("1", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADD", "Add", "aDD"})
    void shouldFindMethodsIgnoringCase(String target) {
        assertThat(server.connected().call("1", target, "1", "2").next()).isEqualTo(result("1", "3"));
    }

    @Test
    void shouldFindRenamedMethodsByTheirNewNameOnly() {
        TestClient client = server.connected().call("1", "Renamed").call("2", "original");

        assertThat(client.news())
                .containsExactly(
                        result("1", "\"renamed\""),
                        error("2", FAILED.formatted("original") + " HubException: Method does not exist."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "", "toString", "hidden"})
    void shouldTellThatAMethodDoesNotExist(String target) {
        assertThat(server.connected().call("1", target).next())
                .isEqualTo(error("1", FAILED.formatted(target) + " HubException: Method does not exist."));
        assertThat(server.activator().activated()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,'1'", "3,'1,2,3'"})
    void shouldRefuseAnyOtherNumberOfArguments(int count, String arguments) {
        String plain = FAILED.formatted("add");
        String detail = " InvalidDataException: Invocation provides " + count + " argument(s) but target expects 2.";

        assertThat(server.connected().call("1", "add", arguments).next()).isEqualTo(error("1", plain));
        assertThat(server.detailed().connected().call("1", "add", arguments).next())
                .isEqualTo(error("1", plain + detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,\"2\"", "1,2.5", "1,null", "1,2147483648", "1,{}", "1,[2]"})
    void shouldRefuseArgumentsOfOtherTypes(String arguments) {
        String plain = FAILED.formatted("add");
        String detail =
                " InvalidDataException: Error binding arguments. Make sure that the types of the provided values"
                        + " match the types of the hub method being invoked.";

        assertThat(server.connected().call("1", "add", arguments).next()).isEqualTo(error("1", plain));
        assertThat(server.detailed().connected().call("1", "add", arguments).next())
                .isEqualTo(error("1", plain + detail));
    }

    @Test
    void shouldTellOfAnExceptionOnlyInDetail() {
        assertThat(server.connected().call("1", "fail", "\"secret\"").next())
                .isEqualTo(error("1", INVOKING.formatted("fail")));
        assertThat(server.detailed().connected().call("1", "fail", "\"secret\"").next())
                .isEqualTo(error("1", INVOKING.formatted("fail") + " IllegalArgumentException: secret"));
    }

    @Test
    void shouldTellTheTextOfAHubException() {
        assertThat(server.connected()
                        .call("1", "refuse", "\"no \\\"entry\\\"\"")
                        .next())
                .isEqualTo(error("1", INVOKING.formatted("refuse") + " HubException: no \\\"entry\\\""));
        assertThat(server.connected().call("1", "refuse", "\"\"").next())
                .isEqualTo(error("1", INVOKING.formatted("refuse") + " HubException: "));
    }

    @Test
    void shouldNameTheTargetAsTheClientSpelledIt() {
        assertThat(server.connected().call("1", "REFUSE", "\"x\"").next())
                .isEqualTo(error("1", INVOKING.formatted("REFUSE") + " HubException: x"));
    }

    @Test
    void shouldNameASubclassOfHubExceptionByItsOwnName() {
        assertThat(server.connected().call("1", "refuseSpecially").next())
                .isEqualTo(error("1", INVOKING.formatted("refuseSpecially") + " SpecialException: special"));
    }

    @Test
    void shouldTellOfAnExceptionWithoutText() {
        assertThat(server.detailed().connected().call("1", "failSilently").next())
                .isEqualTo(error("1", INVOKING.formatted("failSilently") + " IllegalStateException"));
    }

    @Test
    void shouldUnwrapWhatAStageWraps() {
        TestClient client = server.connected().call("1", "refuseLater", "\"late\"");
        assertThat(client.next()).isEqualTo(error("1", INVOKING.formatted("refuseLater") + " HubException: late"));
    }

    @Test
    void shouldAnswerWhenTheStageIsComplete() {
        TestClient client = server.connected().call("1", "later");
        assertThat(client.news()).isEmpty();

        hub.later.complete("at last");
        server.run();

        assertThat(client.news()).containsExactly(result("1", "\"at last\""));
        assertThat(server.activator().released()).isOne();
    }

    @Test
    void shouldAnswerWhenTheStageFails() {
        TestClient client = server.connected().call("1", "later");

        hub.later.completeExceptionally(new CompletionException(new HubException("in the end")));
        server.run();

        assertThat(client.news())
                .containsExactly(error("1", INVOKING.formatted("later") + " HubException: in the end"));
        assertThat(server.activator().released()).isOne();
    }

    @Test
    void shouldHoldNoThreadWhileAStageIsUnfinished() {
        server.connected().call("1", "later");

        assertThat(server.executor().pending()).isZero();
        assertThat(server.activator().left()).isOne();
        assertThat(server.activator().released()).isZero();
    }

    @Test
    void shouldNotAnswerWhatWantsNoAnswer() {
        TestClient client = server.connected()
                .tell("add", "1", "2")
                .tell("missing")
                .tell("add", "1")
                .tell("add", "\"x\"", "\"y\"")
                .tell("fail", "\"x\"")
                .tell("refuse", "\"x\"")
                .tell("refuseLater", "\"x\"")
                .tell("cyclic")
                .tell("overflow")
                .say("{\"type\":1,\"invocationId\":\"\",\"target\":\"add\",\"arguments\":[1,2]}");
        server.run();

        assertThat(client.news()).isEmpty();
        assertThat(client.isClosed()).isFalse();
        assertThat(hub.sums).containsExactly(3, 3);
    }

    @Test
    void shouldTellOfAResultThatCannotBeWritten() {
        assertThat(server.connected().call("1", "cyclic").next()).isEqualTo(error("1", INVOKING.formatted("cyclic")));
        assertThat(server.detailed().connected().call("1", "cyclic").next())
                .startsWith("{\"type\":3,\"invocationId\":\"1\",\"error\":\"" + INVOKING.formatted("cyclic")
                        + " HubEncodingException: ");
    }

    @Test
    void shouldTellOfALaterResultThatCannotBeWritten() {
        TestClient client = server.connected().call("1", "cyclicLater").call("2", "add", "1", "2");

        assertThat(client.news()).containsExactly(error("1", INVOKING.formatted("cyclicLater")), result("2", "3"));
    }

    @Test
    void shouldSurviveAStackOverflowInAMethod() {
        TestClient client = server.connected().call("1", "overflow").call("2", "add", "1", "2");

        assertThat(client.news()).containsExactly(error("1", INVOKING.formatted("overflow")), result("2", "3"));
    }

    @Test
    void shouldTellThatAHubCannotBeHad() {
        TestClient client = server.connected();
        server.activator().fail(new IllegalStateException("no bean"));
        client.call("1", "add", "1", "2");
        server.activator().fail(null);
        client.call("2", "add", "1", "2");

        assertThat(client.news()).containsExactly(error("1", INVOKING.formatted("add")), result("2", "3"));
    }

    @Test
    void shouldGiveCallerAndClientsThatAreNotCounted() {
        TestClient client = server.connected().call("1", "whoAmI", "\"you are \"");

        assertThat(client.news())
                .containsExactly(
                        "{\"type\":1,\"target\":\"asked\",\"arguments\":[]}",
                        result("1", "\"you are " + client.id() + "\""));
    }

    @Test
    void shouldBindAndWriteStructures() {
        TestClient client = server.connected().call("1", "count", "[\"a\",\"b\",\"a\"]");

        assertThat(client.next()).isEqualTo(result("1", "{\"a\":2,\"b\":1}"));
    }

    @Test
    void shouldRefuseStreamsThatAMethodDoesNotTake() {
        TestClient client = server.connected()
                .say("{\"type\":1,\"invocationId\":\"1\",\"target\":\"add\",\"arguments\":[1,2],\"streamIds\":[\"s\"]}")
                .say("{\"type\":1,\"invocationId\":\"2\",\"target\":\"add\",\"arguments\":[1,2],\"streamIds\":[]}");
        server.run();

        assertThat(client.news())
                .containsExactly(
                        error(
                                "1",
                                INVOKING.formatted("add")
                                        + " HubException: Client sent 1 stream(s), Hub method expects 0."),
                        result("2", "3"));
    }

    @Test
    void shouldRefuseStreamInvocationsInTurn() {
        TestClient client = server.connected()
                .say(
                        invocation("1", "add", "1", "2"),
                        "{\"type\":4,\"invocationId\":\"2\",\"target\":\"add\",\"arguments\":[1,2]}",
                        "{\"type\":4,\"invocationId\":\"3\",\"target\":\"missing\",\"arguments\":[]}",
                        invocation("4", "add", "1", "2"));
        server.run();

        assertThat(client.news())
                .containsExactly(
                        result("1", "3"),
                        error(
                                "2",
                                "The client attempted to invoke the non-streaming 'add' method with a streaming invocation."),
                        error("3", FAILED.formatted("missing") + " HubException: Method does not exist."),
                        result("4", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":3,\"invocationId\":\"9\",\"result\":1}",
                "{\"type\":3,\"invocationId\":\"9\",\"error\":\"x\"}",
                "{\"type\":2,\"invocationId\":\"9\",\"item\":1}",
                "{\"type\":5,\"invocationId\":\"9\"}",
                "{\"type\":8,\"sequenceId\":1}",
                "{\"type\":9,\"sequenceId\":1}",
                "{\"type\":77,\"x\":{}}",
                "{\"type\":6,\"more\":true}"
            })
    void shouldIgnoreWhatItDoesNotExpect(String message) {
        TestClient client = server.connected().say(message).call("1", "add", "1", "2");

        assertThat(client.news()).containsExactly(result("1", "3"));
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldUseTheHubOncePerCallAndGiveItBack() {
        server.connected().call("1", "add", "1", "2").tell("add", "1", "2").call("2", "fail", "\"x\"");

        assertThat(server.activator().activated()).isEqualTo(3);
        assertThat(server.activator().left()).isEqualTo(3);
        assertThat(server.activator().released()).isEqualTo(3);
    }

    @Test
    void shouldRunCallsOfAChunkInOrder() {
        TestClient client = server.connected()
                .say(notification("add", "1", "0"), notification("add", "2", "0"), invocation("1", "add", "3", "0"));
        server.run();

        assertThat(hub.sums).containsExactly(1, 2, 3);
        assertThat(client.news()).containsExactly(result("1", "3"));
    }

    /** Methods of many kinds. */
    static final class CallHub {

        private final List<Integer> sums = new ArrayList<>();
        private final CompletableFuture<String> later = new CompletableFuture<>();

        public int add(int a, int b) {
            sums.add(a + b);
            return a + b;
        }

        public void nothing() {
            // has no result
        }

        public String nil() {
            return absent();
        }

        public CompletionStage<Void> nothingLater() {
            return CompletableFuture.completedStage(null);
        }

        @HubMethodName("renamed")
        public String original() {
            return "renamed";
        }

        String hidden() {
            return "not public";
        }

        public void fail(String text) {
            throw new IllegalArgumentException(text);
        }

        public void failSilently() {
            throw new IllegalStateException();
        }

        public void refuse(String text) {
            throw new HubException(text);
        }

        public void refuseSpecially() {
            throw new SpecialException();
        }

        public CompletionStage<String> refuseLater(String text) {
            return CompletableFuture.<String>failedFuture(new HubException(text))
                    .thenApply(any -> any);
        }

        public CompletionStage<String> later() {
            return later;
        }

        public Object cyclic() {
            List<Object> list = new ArrayList<>();
            list.add(list);
            return list;
        }

        public CompletionStage<Object> cyclicLater() {
            return CompletableFuture.completedStage(cyclic());
        }

        public int overflow() {
            return 1 + overflow();
        }

        public String whoAmI(HubCallerContext context, String prefix, HubCallerClients clients) {
            clients.caller().send("asked");
            return prefix + context.connectionId();
        }

        public Map<String, Integer> count(List<String> words) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
            return counts;
        }

        @SuppressWarnings("NullAway")
        private static String absent() {
            return null;
        }
    }

    /** An application's own kind. */
    private static final class SpecialException extends HubException {

        private static final long serialVersionUID = 1L;

        SpecialException() {
            super("special");
        }
    }
}
