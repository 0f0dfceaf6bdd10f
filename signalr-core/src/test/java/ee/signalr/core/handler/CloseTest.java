// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerContext;
import ee.signalr.OnDisconnected;
import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.transport.CloseStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Close message that a client hears, for each way to end. */
class CloseTest {

    private static final String FOR_GOOD = "{\"type\":7}";
    private static final String FAILED = "Connection closed with an error.";

    private final ClosingHub hub = new ClosingHub();
    private final TestServer server = new TestServer(hub);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":7}", "{\"type\":7,\"allowReconnect\":true}", "{\"type\":7,\"error\":\"x\"}"})
    void shouldAnswerTheClientsCloseWithOneForGood(String close) {
        TestClient client = server.connected().say(close, invocation("1", "echo", "\"ignored\""));
        server.run();

        assertClosed(client, FOR_GOOD);
        assertThat(hub.events).hasSize(1);
    }

    @Test
    void shouldForbidToReconnectAfterAnAbort() {
        TestClient client = server.connected().call("1", "abort");

        assertClosed(client, FOR_GOOD);
    }

    @Test
    void shouldAbortOnceHoweverOftenAsked() {
        TestClient client = server.connected().call("1", "abortTwice");

        assertClosed(client, FOR_GOOD);
        assertThat(hub.events).containsExactly("left");
    }

    @Test
    void shouldSendWhatWaitsBeforeTheCloseOfAnAbort() {
        TestClient client = server.connected()
                .say(notification("note", "\"a\""), invocation("1", "echo", "\"x\""), notification("abort"));
        server.run();

        assertThat(client.news()).containsExactly(result("1", "\"x\""), FOR_GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "hello=>Error reading JSON.",
                "{\"type\":1=>Error reading JSON.",
                "[]=>Unexpected JSON Token Type 'Array'. Expected a JSON Object.",
                "{}=>Missing required property 'type'.",
                "{\"type\":1,\"arguments\":[]}=>Missing required property 'target'.",
                "{\"type\":1,\"target\":\"echo\"}=>Missing required property 'arguments'.",
                "{\"type\":1,\"target\":null,\"arguments\":[]}=>Expected 'target' to be of type String.",
                "{\"type\":1,\"invocationId\":null,\"target\":\"echo\",\"arguments\":[]}"
                        + "=>Expected 'invocationId' to be of type String.",
                "{\"type\":7,\"allowReconnect\":\"true\"}=>Expected 'allowReconnect' to be true or false.",
                "{\"type\":4,\"target\":\"echo\",\"arguments\":[]}=>Missing required property 'invocationId'.",
            })
    void shouldAllowToReconnectAfterAProtocolError(String message, String detail) {
        TestClient reserved = server.connected().say(message, invocation("1", "echo", "\"ignored\""));
        server.run();
        assertClosed(reserved, "{\"type\":7,\"error\":\"" + FAILED + "\",\"allowReconnect\":true}");

        TestClient detailed = server.detailed().connected().say(message);
        server.run();
        assertClosed(
                detailed,
                "{\"type\":7,\"error\":\"" + FAILED + " InvalidDataException: " + detail
                        + "\",\"allowReconnect\":true}");
    }

    @Test
    void shouldCloseWhenAMessageIsTooLarge() {
        TestClient client = server.detailed().connected().sayRaw("{\"type\":6,\"pad\":\"" + "x".repeat(32_768));
        server.run();

        assertClosed(
                client,
                "{\"type\":7,\"error\":\"" + FAILED + " InvalidDataException: The maximum message size of 32768B was"
                        + " exceeded. The message size can be configured in AddHubOptions.\",\"allowReconnect\":true}");
    }

    @Test
    void shouldAcceptAMessageOfExactlyTheMaximum() {
        int overhead = invocation("1", "length", "\"\"").length() + 1;
        TestClient client = server.connected();

        client.call("1", "length", "\"" + "x".repeat(32_768 - overhead) + "\"");
        assertThat(client.next()).isEqualTo(result("1", String.valueOf(32_768 - overhead)));

        client.call("1", "length", "\"" + "x".repeat(32_769 - overhead) + "\"");
        assertThat(client.next()).contains("\"type\":7");
    }

    @Test
    void shouldLimitEachMessageNotTheChunk() {
        String large = invocation("1", "length", "\"" + "x".repeat(20_000) + "\"");
        TestClient client = server.connected().say(large, large, large, large, large);
        server.run();

        assertThat(client.news()).hasSize(5).containsOnly(result("1", "20000"));
    }

    @Test
    void shouldAllowToReconnectWhenTheServerStops() {
        TestClient client = server.connected();
        TestClient silent = server.client();

        server.connections().stop(Duration.ofMillis(1));
        server.run();

        assertClosed(client, "{\"type\":7,\"allowReconnect\":true}");
        assertThat(silent.messages()).isEmpty();
        assertThat(silent.closings()).containsExactly(CloseStatus.FAREWELL);
        assertThat(server.lifetime().size()).isZero();
    }

    @Test
    void shouldAllowToReconnectWhenTheClientsHalfHasEnded() {
        TestClient client = server.connected();

        client.connection().endInput();
        server.run();

        assertClosed(client, "{\"type\":7,\"allowReconnect\":true}");
    }

    @Test
    void shouldTellOfAnEndInTheMiddleOfAMessage() {
        TestClient client = server.detailed().connected().sayRaw("{\"type\":6");

        client.connection().endInput();
        server.run();

        assertClosed(
                client,
                "{\"type\":7,\"error\":\"" + FAILED
                        + " InvalidDataException: Connection terminated while reading a message.\",\"allowReconnect\":true}");
    }

    @Test
    void shouldTellNothingOfAnEndInTheMiddleOfAMessageWhenAborted() {
        TestClient client = server.connected().say(notification("abort")).sayRaw("{\"type\":6");
        server.run();

        assertClosed(client, FOR_GOOD);
    }

    @Test
    void shouldAnswerWhatCameBeforeTheClientsClose() {
        TestClient client =
                server.connected().say(invocation("1", "echo", "\"a\""), notification("note", "\"b\""), "{\"type\":7}");
        server.run();

        assertThat(client.news()).containsExactly(result("1", "\"a\""), FOR_GOOD);
        assertThat(hub.events).containsExactly("b", "left");
    }

    @Test
    void shouldAnswerWhatCameBeforeAProtocolError() {
        TestClient client = server.connected().say(invocation("1", "echo", "\"a\""), "nonsense");
        server.run();

        assertThat(client.news())
                .containsExactly(
                        result("1", "\"a\""), "{\"type\":7,\"error\":\"" + FAILED + "\",\"allowReconnect\":true}");
    }

    @Test
    void shouldRunWhatWaitsBehindABusyHubBeforeTheClientsClose() {
        TestClient client = server.connected()
                .tell("wait")
                .tell("note", "\"a\"")
                .tell("note", "\"b\"")
                .say("{\"type\":7,\"error\":\"bye\"}")
                .tell("note", "\"ignored\"");
        assertThat(client.isClosed()).isFalse();

        hub.waiting.complete(null);
        server.run();

        assertClosed(client, FOR_GOOD);
        assertThat(hub.events).containsExactly("a", "b", "left because of bye");
    }

    @Test
    void shouldCloseAtOnceWhenNothingWaitsBehindARunningCall() {
        TestClient client = server.connected().call("1", "wait").say("{\"type\":7}");
        server.run();

        assertClosed(client, FOR_GOOD);
    }

    @Test
    void shouldRememberTheClientsWordsWhenItLeavesBeforeItsCloseIsDue() {
        TestClient client =
                server.connected().tell("wait").tell("note", "\"a\"").say("{\"type\":7,\"error\":\"bye\"}");

        client.vanish();
        hub.waiting.complete(null);
        server.run();

        assertThat(hub.events).containsExactly("a", "left because of bye");
    }

    @Test
    void shouldGreetAClientBeforeItsCloseOrErrorIsDue() {
        TestClient closing = server.client().say("{\"protocol\":\"json\",\"version\":1}", "{\"type\":7}");
        TestClient broken = server.client().say("{\"protocol\":\"json\",\"version\":1}", "nonsense");
        server.run();

        assertThat(closing.messages()).containsExactly("{}", FOR_GOOD);
        assertThat(broken.messages())
                .containsExactly("{}", "{\"type\":7,\"error\":\"" + FAILED + "\",\"allowReconnect\":true}");
    }

    @Test
    void shouldReadNoMoreAfterTheClientsClose() {
        TestClient client =
                server.connected().tell("wait").tell("note", "\"a\"").say("{\"type\":7}");

        for (int i = 0; i < 100; i++) {
            client.sayRaw("x".repeat(10_000));
        }
        hub.waiting.complete(null);
        server.run();

        assertClosed(client, FOR_GOOD);
        assertThat(hub.events).containsExactly("a", "left");
    }

    @Test
    void shouldLetPollsFetchTheClose() {
        TestTransport polls = new TestTransport(TransportType.LONG_POLLING).polling();
        TestClient client = server.client(polls).start().handshake().say("{\"type\":7}");
        server.run();
        assertThat(client.news()).isEmpty();
        assertThat(client.isClosed()).isFalse();

        client.connection().ready();

        assertClosed(client, FOR_GOOD);
    }

    @Test
    void shouldCloseOtherwiseFineConnectionsOnlyOnTheirOwnErrors() {
        TestClient bad = server.connected();
        TestClient good = server.connected();

        bad.say("nonsense");
        good.call("1", "echo", "\"still here\"");

        assertThat(good.news()).containsExactly(result("1", "\"still here\""));
        assertThat(good.isClosed()).isFalse();
        assertThat(bad.isClosed()).isTrue();
    }

    @Test
    void shouldNotSpeakToAClientWhoseSendTakesTooLong() {
        TestTransport stuck = TestTransport.webSocket();
        TestClient client = server.with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(1))
                .client(stuck)
                .start()
                .handshake();
        stuck.completing(TestTransport.Completion.BY_HAND);

        server.pass(Duration.ofSeconds(20));

        assertThat(client.news()).containsExactly("{\"type\":6}");
        assertThat(client.closings()).containsExactly(CloseStatus.ABORTED);
        assertThat(hub.events).singleElement().asString().contains("took longer than transport-send-timeout");
    }

    private static void assertClosed(TestClient client, String close) {
        assertThat(client.news()).containsExactly(close);
        assertThat(client.closings()).containsExactly(CloseStatus.FAREWELL);
    }

    /** Ends connections, and notes ends. */
    static final class ClosingHub {

        private final List<String> events = new ArrayList<>();
        private final CompletableFuture<Void> waiting = new CompletableFuture<>();

        @OnDisconnected
        void left(Disconnection end) {
            events.add("left"
                    + end.cause()
                            .map(cause -> " because of " + cause.getMessage())
                            .orElse(""));
        }

        public String echo(String text) {
            return text;
        }

        public int length(String text) {
            return text.length();
        }

        public void note(String text) {
            events.add(text);
        }

        public CompletionStage<Void> wait(HubCallerContext any) {
            return waiting;
        }

        public void abort(HubCallerContext caller) {
            caller.abort();
        }

        public void abortTwice(HubCallerContext caller) {
            caller.abort();
            caller.abort();
        }
    }
}
