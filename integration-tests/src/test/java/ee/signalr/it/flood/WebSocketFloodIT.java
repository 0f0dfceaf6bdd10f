// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Floods through one WebSocket. */
class WebSocketFloodIT extends Flood {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HUB = "/it/suite";
    private static final String HASTY = "/it/hasty";
    private static final String END = String.valueOf(HubSocket.RECORD_SEPARATOR);

    WebSocketFloodIT() {
        super(HUB);
    }

    @Test
    void shouldAnswerOthersWhileOneSendsAsFastAsItCan() {
        String call = "{\"type\":1,\"target\":\"nothing\",\"arguments\":[\"" + "x".repeat(100) + "\"]}" + END;
        List<String> calls = Collections.nCopies(100, call);
        try (HubSocket flooding = HubSocket.open(port(), HUB);
                Sender sender = Sender.start(() -> send(flooding, calls), 40 * MEGABYTE, flooding::close)) {
            await().atMost(LIMIT).until(() -> sender.sent() > 4 * MEGABYTE);
            bystander().expectAnswers();
            heap().expectGrowthBelow(32 * MEGABYTE);
            await("all calls are taken").atMost(LIMIT).until(sender::isDone);
            assertThat(flooding.invoke("echo", Json.createValue("done")).getString("result"))
                    .isEqualTo("done");
        }
    }

    private static long send(HubSocket socket, List<String> messages) {
        socket.socket().texts(messages);
        return messages.stream().mapToLong(String::length).sum();
    }

    @Test
    void shouldStopReadingFromWhoSendsToABusyHub() {
        String call = "{\"type\":1,\"target\":\"nothing\",\"arguments\":[\"" + "x".repeat(10_000) + "\"]}" + END;
        try (HubSocket flooding = HubSocket.open(port(), HUB)) {
            flooding.call("pass", Json.createValue("flood"));
            try (Sender sender = Sender.start(() -> send(flooding, List.of(call)), 1000 * MEGABYTE, flooding::close)) {
                assertThat(flooding.socket().end(LIMIT)).isEqualTo(1011);
                assertThat(sender.sent()).isGreaterThan(65_536);
                heap().expectGrowthBelow(24 * MEGABYTE);
            }
        }
        try (HubSocket opening = HubSocket.open(port(), HUB)) {
            opening.invoke("open", Json.createValue("flood"));
        }
    }

    @Test
    void shouldCloseOnAMessageNestedDeeply() {
        int depth = 10_000;
        for (String nested :
                List.of("[".repeat(depth) + "]".repeat(depth), "{\"a\":".repeat(3000) + "1" + "}".repeat(3000))) {
            String argument = "{\"type\":1,\"invocationId\":\"1\",\"target\":\"echo\",\"arguments\":[" + nested + "]}";
            assertThat(answerTo(argument).getString("error")).startsWith("Connection closed with an error.");
            String unknown = "{\"type\":1,\"invocationId\":\"1\",\"x\":" + nested
                    + ",\"target\":\"echo\",\"arguments\":[\"x\"]}";
            assertThat(answerTo(unknown).getString("error")).startsWith("Connection closed with an error.");
        }
    }

    private JsonObject answerTo(String message) {
        try (HubSocket socket = HubSocket.open(port(), HUB)) {
            socket.write(message);
            JsonObject answer = socket.next();
            assertThat(answer.getInt("type")).isEqualTo(7);
            return answer;
        }
    }

    @Test
    void shouldEndAConnectionThatFallsSilent() {
        try (HubSocket silent = HubSocket.open(port(), HASTY)) {
            silent.write("{\"type\":6}"); // from its first ping on, a client has to be heard
            JsonObject close = silent.next();
            assertThat(close.getInt("type")).isEqualTo(7);
            assertThat(close.getBoolean("allowReconnect")).isTrue();
            assertThat(close.getString("error")).contains("OperationCanceledException");
            heap().expectNoNewConnections(); // though the client neither answers the close nor ends
        }
    }

    @Test
    void shouldForgetWhoVanishesInTheMiddleOfAFrameAndTheirGroups() {
        List<HubSocket> vanishing =
                Stream.generate(() -> HubSocket.open(port(), HUB)).limit(100).toList();
        for (HubSocket socket : vanishing) {
            socket.invoke("join", socket.invoke("whoAmI").get("result"));
            socket.socket().write("\u0001".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(heap().newGroups()).isGreaterThanOrEqualTo(100);
        vanishing.forEach(socket -> socket.socket().vanish());
        try (HubSocket watching = HubSocket.open(port(), HUB)) {
            await("only bystander and watcher are present")
                    .atMost(LIMIT)
                    .until(() ->
                            watching.invoke("present").getJsonArray("result").size() == 2);
        }
        assertThat(heap().newGroups()).isLessThan(10);
    }

    @Test
    void shouldEndAReaderThatStopsReading() {
        try (HubSocket stalled = HubSocket.openNarrow(port(), HASTY)) {
            stalled.send("flood", Json.createValue(20_000));
            try (HubSocket watching = HubSocket.open(port(), HASTY)) {
                await("the stalled reader is ended")
                        .atMost(LIMIT)
                        .until(() -> watching.invoke("hastyOnes").getInt("result") == 1);
            }
            heap().expectGrowthBelow(24 * MEGABYTE);
        }
    }

    @Test
    void shouldRefuseAHandshakeThatNeverComes() {
        try (RawWebSocket socket = RawWebSocket.open(port(), HASTY)) {
            Incoming answer = socket.next(LIMIT).orElseThrow();
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Incoming.Message.class,
                            message -> assertThat(message.text())
                                    .isEqualTo("{\"error\":\"Handshake was canceled.\"}" + END));
            assertThat(socket.next(LIMIT).orElseThrow()).isInstanceOf(Incoming.Closed.class);
        }
    }
}
