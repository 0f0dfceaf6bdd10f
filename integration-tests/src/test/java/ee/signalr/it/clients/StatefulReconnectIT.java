// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.node.NodeScript;
import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import ee.signalr.it.wire.UpgradeRefusedException;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that lose their WebSocket and come back: the official one, and one that does what no official one would. */
@Tag("portable")
@ExtendWith(SharedServer.class)
class StatefulReconnectIT {

    private static final String HUB = "/it/returning";
    private static final String ASKING = "?negotiateVersion=1&useStatefulReconnect=true";
    private static final String END = "\u001e";
    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":2}" + END;
    private static final String NOTE =
            "{\"type\":1,\"invocationId\":\"0\",\"target\":\"note\",\"arguments\":[7]}" + END;
    private static final String NOTED = "{\"type\":3,\"invocationId\":\"0\",\"result\":1}";
    private static final String ACK = "{\"type\":8,\"sequenceId\":1}";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicTest> shouldLoseNothingWhenTheOfficialClientIsCutOff(TestServer server) {
        return NodeScript.tests("reconnect.mjs", "base", server.base(), "protocols", "json,messagepack");
    }

    // ---- negotiate

    @Test
    void shouldGrantWhatAClientAsksForAsTheReferenceDoes(TestServer server) {
        assertThat(negotiate(server, HUB, ASKING)).startsWith("{\"useStatefulReconnect\":true,\"negotiateVersion\":1,");
        assertThat(negotiate(server, HUB, "?negotiateVersion=1&useStatefulReconnect=TRUE"))
                .contains("useStatefulReconnect");
    }

    @ParameterizedTest
    @CsvSource({
        HUB + ",?negotiateVersion=1",
        HUB + ",?negotiateVersion=1&useStatefulReconnect=false",
        HUB + ",?negotiateVersion=1&useStatefulReconnect=1",
        HUB + ",?useStatefulReconnect=true",
        "/it/suite," + ASKING
    })
    void shouldNotGrantWhatIsNotAskedForOrNotAllowed(String hub, String query, TestServer server) {
        assertThat(negotiate(server, hub, query)).doesNotContain("useStatefulReconnect");
    }

    private static String negotiate(TestServer server, String hub, String query) {
        HttpReply reply = HttpCall.exchange(server.port(), "POST", hub + "/negotiate" + query, "");
        return reply.text();
    }

    private static String target(TestServer server) {
        JsonObject answer = Meaning.read(negotiate(server, HUB, ASKING)).asJsonObject();
        return HUB + "?id=" + answer.getString("connectionToken");
    }

    // ---- coming back

    @Test
    void shouldSendAgainWhatIsNotConfirmed(TestServer server) {
        String target = target(server);
        connectAndNote(server, target).vanish();

        try (RawWebSocket back = RawWebSocket.open(server.port(), target)) {
            assertThat(texts(back, 1)).containsExactly("{\"type\":9,\"sequenceId\":1}", NOTED, ACK);
            back.text("{\"type\":9,\"sequenceId\":1}" + END + NOTE + NOTE.replace("\"0\"", "\"1\""));

            assertThat(texts(back, 1))
                    .containsExactly(NOTED.replace("\"0\"", "\"1\"").replace(":1}", ":2}"), ack(2));
        }
    }

    @Test
    void shouldReplaceAWebSocketThatIsStillOpen(TestServer server) {
        String target = target(server);
        try (RawWebSocket old = connectAndNote(server, target);
                RawWebSocket back = RawWebSocket.open(server.port(), target)) {
            assertThat(texts(back, 1)).startsWith("{\"type\":9,\"sequenceId\":1}", NOTED);
            assertThat(old.end(PATIENCE)).isEqualTo(1000);
        }
    }

    @Test
    void shouldForgetAClientThatDoesNotComeBack(TestServer server) {
        String target = target(server);
        connectAndNote(server, target).vanish();

        await().atMost(PATIENCE)
                .pollDelay(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(refusal(server, target)).isEqualTo(404));
    }

    @Test
    void shouldForgetAClientThatHasClosed(TestServer server) {
        String target = target(server);
        try (RawWebSocket socket = connectAndNote(server, target)) {
            socket.close(1000);
            socket.end(PATIENCE);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(refusal(server, target)).isEqualTo(404));
    }

    @Test
    void shouldForgetAClientThatTheHubHasAborted(TestServer server) {
        String target = target(server);
        try (RawWebSocket socket = connectAndNote(server, target)) {
            socket.text("{\"type\":1,\"target\":\"abort\",\"arguments\":[]}" + END);

            assertThat(texts(socket, 2)).contains("{\"type\":7}");
        }
        assertThat(refusal(server, target)).isEqualTo(404);
    }

    @Test
    void shouldCloseWhenTheSequenceIsOutOfRange(TestServer server) {
        String target = target(server);
        connectAndNote(server, target).vanish();

        try (RawWebSocket back = RawWebSocket.open(server.port(), target)) {
            back.text("{\"type\":9,\"sequenceId\":3}" + END);

            assertThat(texts(back, 2))
                    .contains(
                            "{\"type\":7,\"error\":\"Connection closed with an error. InvalidOperationException:"
                                    + " Sequence ID greater than amount of messages we've received.\",\"allowReconnect\":true}");
        }
    }

    @Test
    void shouldTakeAnAckOfTheFutureForOneOfAllThatWasSent(TestServer server) {
        String target = target(server);
        RawWebSocket socket = connectAndNote(server, target);
        socket.text(ack(1_000_000) + END + NOTE.replace("note", "missing"));
        texts(socket, 1);
        socket.vanish();

        try (RawWebSocket back = RawWebSocket.open(server.port(), target)) {
            assertThat(texts(back, 1)).startsWith("{\"type\":9,\"sequenceId\":2}");
        }
    }

    private static String ack(int number) {
        return "{\"type\":8,\"sequenceId\":" + number + "}";
    }

    private static RawWebSocket connectAndNote(TestServer server, String target) {
        RawWebSocket socket = RawWebSocket.open(server.port(), target);
        socket.text(HANDSHAKE + NOTE);
        assertThat(texts(socket, 1)).containsExactly("{}", NOTED, ACK);
        return socket;
    }

    /** The messages that come until the server has confirmed, or ended, so often. */
    private static List<String> texts(RawWebSocket socket, int endings) {
        List<String> all = new ArrayList<>();
        int left = endings;
        while (left > 0) {
            Incoming incoming = socket.next(PATIENCE).orElseThrow();
            if (!(incoming instanceof Incoming.Message message)) {
                return all;
            }
            for (String text : message.text().split(END)) {
                all.add(text);
                left -= text.startsWith("{\"type\":8") ? 1 : 0;
            }
        }
        return all;
    }

    /** The status with which a return is refused. */
    private static int refusal(TestServer server, String target) {
        UpgradeRefusedException refused = catchThrowableOfType(
                UpgradeRefusedException.class,
                () -> RawWebSocket.open(server.port(), target).vanish());
        return refused == null ? 101 : refused.reply().code();
    }
}
