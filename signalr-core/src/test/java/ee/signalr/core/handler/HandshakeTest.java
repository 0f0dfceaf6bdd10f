// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.HubCallerClients;
import ee.signalr.HubException;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.TransferFormat;
import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.test.CountingProtocol;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.transport.CloseStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client must say first, and what it hears. */
class HandshakeTest {

    private static final String PREFIX = "An unexpected error occurred during connection handshake.";

    private final GreetingHub hub = new GreetingHub();
    private final TestServer server = new TestServer(hub);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"protocol\":\"json\",\"version\":1}",
                "{\"protocol\":\"json\",\"version\":2}",
                "{\"protocol\":\"json\",\"version\":0}",
                "{\"protocol\":\"json\",\"version\":-1}",
                "{\"version\":1,\"protocol\":\"json\"}",
                "{\"protocol\":\"JSON\",\"version\":1}",
                "{\"more\":[{}],\"protocol\":\"json\",\"version\":1,\"evenMore\":null}"
            })
    void shouldAcceptAHandshake(String handshake) {
        TestClient client = server.client().say(handshake);
        server.run();

        assertThat(client.messages()).containsExactly("{}");
        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldAnswerOnlyWhenAThreadHasTimeForIt() {
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        assertThat(client.messages()).isEmpty();

        server.run();
        assertThat(client.messages()).containsExactly("{}");
    }

    @Test
    void shouldAcceptAHandshakeInPieces() {
        TestClient client = server.client();
        for (String piece : List.of("{\"proto", "col\":\"json\",", "\"version\":1}", "\u001e")) {
            assertThat(client.messages()).isEmpty();
            client.sayRaw(piece);
        }
        server.run();

        assertThat(client.messages()).containsExactly("{}");
    }

    @Test
    void shouldReadWhatComesInTheSameChunk() {
        TestClient client = server.client()
                .say("{\"protocol\":\"json\",\"version\":1}", TestClient.invocation("1", "greet", "\"ann\""));
        server.run();

        assertThat(client.messages()).containsExactly("{}", TestClient.result("1", "\"hello ann\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"protocol\":\"foo\",\"version\":1}|The protocol 'foo' is not supported.",
                "{\"protocol\":\"\",\"version\":1}|The protocol '' is not supported.",
                "{\"protocol\":\"json\",\"version\":3}|The server does not support version 3 of the 'json' protocol.",
                "{\"protocol\":\"json\",\"version\":99}|The server does not support version 99 of the 'json' protocol.",
            })
    void shouldRefuseWhatItDoesNotSpeak(String handshake, String error) {
        TestClient client = server.client().say(handshake);
        server.run();

        assertRefused(client, error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "{\"protocol\":\"json\",\"version\":\"1\"}=>InvalidDataException: Expected 'version' to be of type Number.",
                "{\"protocol\":null,\"version\":1}=>InvalidDataException: Expected 'protocol' to be of type String.",
                "[]=>InvalidDataException: Unexpected JSON Token Type 'Array'. Expected a JSON Object.",
                "{\"version\":1}=>InvalidDataException: Missing required property 'protocol'. "
                        + "Message content: {\\\"version\\\":1}",
                "{\"protocol\":\"json\"}=>InvalidDataException: Missing required property 'version'. "
                        + "Message content: {\\\"protocol\\\":\\\"json\\\"}",
                "{\"protocol\":\"json\",\"version\":null}=>InvalidDataException: Missing required property 'version'. "
                        + "Message content: {\\\"protocol\\\":\\\"json\\\",\\\"version\\\":null}",
                "hello=>JsonReaderException: 'h' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 0.",
            })
    void shouldTellWhatIsMalformedOnlyInDetail(String handshake, String detail) {
        TestClient reserved = server.client().say(handshake);
        assertRefused(reserved, PREFIX);

        TestClient detailed = server.detailed().client().say(handshake);
        assertRefused(detailed, PREFIX + " " + detail);
    }

    @Test
    void shouldRefuseATooLargeHandshakeWithoutWaitingForItsEnd() {
        TestClient client =
                server.client().sayRaw("{\"protocol\":\"json\",\"version\":1,\"pad\":\"" + "x".repeat(32_768));

        assertRefused(client, "Handshake was canceled.");
    }

    @Test
    void shouldRefuseALargeHandshakeThatIsComplete() {
        TestClient client = server.with(Options.MAXIMUM_RECEIVE_MESSAGE_SIZE, 20L)
                .client()
                .say("{\"protocol\":\"json\",\"version\":1}");

        assertRefused(client, "Handshake was canceled.");
    }

    @Test
    void shouldRefuseAClientThatSaysNothing() {
        TestClient client = server.client();

        server.pass(Duration.ofSeconds(15));
        assertThat(client.messages()).isEmpty();

        server.pass(Duration.ofMillis(1));
        assertRefused(client, "Handshake was canceled.");
    }

    @Test
    void shouldRefuseAClientThatDoesNotComeToTheEndOfItsHandshake() {
        TestClient client = server.with(Options.HANDSHAKE_TIMEOUT, Duration.ofSeconds(2))
                .client()
                .sayRaw("{");

        server.pass(Duration.ofSeconds(3));

        assertRefused(client, "Handshake was canceled.");
    }

    @Test
    void shouldNotCountTheTimeThatAHubTakes() {
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        server.clock().advance(Duration.ofSeconds(20));
        server.connections().sweep();
        server.run();

        assertThat(client.messages()).containsExactly("{}");
    }

    @Test
    void shouldSayNothingToAClientThatLeavesWithoutAHandshake() {
        TestClient client = server.client().sayRaw("{\"proto");

        client.vanish();

        assertThat(client.messages()).isEmpty();
        assertThat(server.connections().size()).isZero();
        assertThat(hub.events).isEmpty();
    }

    @Test
    void shouldIgnoreWhatFollowsARefusedHandshake() {
        TestClient client = server.client()
                .say("{\"protocol\":\"foo\",\"version\":1}", "{\"protocol\":\"json\",\"version\":1}", "{\"type\":6}")
                .say(TestClient.invocation("1", "greet", "\"ann\""));
        server.run();

        assertRefused(client, "The protocol 'foo' is not supported.");
    }

    @Test
    void shouldAnswerABinaryProtocolInItsFormat() {
        server.speaking(new CountingProtocol(server.json(), "packed", TransferFormat.BINARY));
        TestClient client = server.client().say("{\"protocol\":\"packed\",\"version\":1}");
        server.run();

        assertThat(client.transport().messages()).singleElement().satisfies(frame -> {
            assertThat(frame.text()).isEqualTo("{}\u001e");
            assertThat(frame.format()).isEqualTo(TransferFormat.BINARY);
        });
    }

    @ParameterizedTest
    @EnumSource(TransportType.class)
    void shouldRefuseABinaryProtocolOnlyOnEventStreams(TransportType type) {
        server.speaking(new CountingProtocol(server.json(), "packed", TransferFormat.BINARY));
        TestClient client =
                server.client(new TestTransport(type)).start().say("{\"protocol\":\"packed\",\"version\":1}");
        server.run();

        if (type == TransportType.SERVER_SENT_EVENTS) {
            assertRefused(
                    client,
                    "Cannot use the 'packed' protocol on the current transport. "
                            + "The transport does not support 'Binary' transfer format.");
        } else {
            assertThat(client.messages()).containsExactly("{}");
        }
    }

    @Test
    void shouldAnswerBeforeAnythingThatTheHubSends() {
        hub.greetsNewcomers = true;
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        server.run();

        assertThat(client.messages()).containsExactly("{}", "{\"type\":1,\"target\":\"welcome\",\"arguments\":[]}");
    }

    @Test
    void shouldRefuseWhenTheUserIdProviderFails() {
        server.identifying(context -> {
            throw new HubException("no such user");
        });
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        server.run();

        assertRefused(client, PREFIX + " HubException: no such user");
        assertThat(hub.events).isEmpty();
        assertThat(server.lifetime().size()).isZero();
    }

    @Test
    void shouldNotTellWhyTheUserIdProviderFails() {
        server.identifying(context -> {
            throw new StackOverflowError();
        });
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        server.run();

        assertRefused(client, PREFIX);
    }

    @Test
    void shouldAskForTheUserIdOnce() {
        List<String> asked = new ArrayList<>();
        server.identifying(context -> {
            asked.add(context.connectionId());
            assertThat(context.userIdentifier()).isEmpty();
            return "ann";
        });
        TestClient client = server.connected().call("1", "greet", "\"x\"").call("2", "greet", "\"y\"");

        assertThat(asked).containsExactly(client.id());
    }

    @Test
    void shouldEndTheConnectionWhenThereIsNoThread() {
        TestClient client = server.client();
        server.executor().refuse();

        client.say("{\"protocol\":\"json\",\"version\":1}");

        assertThat(client.messages()).isEmpty();
        assertThat(client.closings()).containsExactly(CloseStatus.FAREWELL);
        assertThat(server.connections().size()).isZero();
    }

    @Test
    void shouldNotGreetAClientThatHasLeftMeanwhile() {
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");

        client.vanish();

        assertThat(client.messages()).isEmpty();
        assertThat(hub.events).isEmpty();
        assertThat(server.lifetime().size()).isZero();
    }

    private static void assertRefused(TestClient client, String error) {
        assertThat(client.messages()).containsExactly("{\"error\":\"" + error + "\"}");
        assertThat(client.closings()).containsExactly(CloseStatus.FAREWELL);
    }

    /** Notes who comes and goes. */
    static final class GreetingHub {

        private final List<String> events = new ArrayList<>();
        private boolean greetsNewcomers;

        @OnConnected
        void joined(HubCallerClients clients) {
            events.add("joined");
            if (greetsNewcomers) {
                clients.caller().send("welcome");
            }
        }

        @OnDisconnected
        void left() {
            events.add("left");
        }

        public String greet(String name) {
            return "hello " + name;
        }
    }
}
