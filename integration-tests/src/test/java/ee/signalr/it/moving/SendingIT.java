// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.WebSocketSending;
import ee.signalr.it.server.MovingServer;
import ee.signalr.it.server.RestlessServer;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However frames are sent, answers and broadcasts arrive in order, and who does not read keeps nobody from reading. */
@Tag("portable")
@ExtendWith(RestlessServer.class)
@Timeout(300)
class SendingIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CALLS = 300;
    private static final int AT_ONCE = 500;
    private static final int ROUNDS = 20;
    private static final int OTHERS = 5;

    @ParameterizedTest
    @EnumSource(names = "AUTOMATIC", mode = EnumSource.Mode.EXCLUDE)
    void shouldKeepOrderWithAReaderThatStops(WebSocketSending sending, MovingServer server) {
        String name = sending.optionName();
        server.deploy(SendingWar.of(sending), name, "/impatient");
        try {
            expectAnswersInOrder(server.port(), "/" + name + "/large");
            expectBroadcastsInOrder(server.port(), "/" + name + "/impatient");
        } finally {
            server.undeploy(name, "/impatient");
        }
    }

    private static void expectAnswersInOrder(int port, String hub) {
        try (HubSocket socket = HubSocket.open(port, hub)) {
            for (int i = 0; i < CALLS; i++) {
                socket.call("echo", Json.createValue("text " + i));
            }
            List<String> answers = Stream.generate(socket::next)
                    .limit(CALLS)
                    .map(answer -> answer.getString("result"))
                    .toList();
            assertThat(answers)
                    .isEqualTo(
                            IntStream.range(0, CALLS).mapToObj(i -> "text " + i).toList());
        }
    }

    private static void expectBroadcastsInOrder(int port, String hub) {
        List<HubSocket> others =
                Stream.generate(() -> HubSocket.open(port, hub)).limit(OTHERS).toList();
        try (HubSocket good = HubSocket.open(port, hub);
                HubSocket stalled = HubSocket.openNarrow(port, hub)) {
            stalled.call("present");
            awaitPresence(good, OTHERS + 2);
            for (int round = 0; round < ROUNDS; round++) {
                List<Integer> expected = numbers(round);
                good.call("shout", Json.createValue(round * AT_ONCE), Json.createValue(AT_ONCE));
                assertThat(heard(good)).isEqualTo(expected);
                others.forEach(other -> assertThat(heard(other)).isEqualTo(expected));
                assertThat(good.next().getInt("type")).isEqualTo(3);
            }
            awaitPresence(good, OTHERS + 1);
        } finally {
            others.forEach(HubSocket::close);
        }
    }

    private static List<Integer> numbers(int round) {
        return IntStream.range(round * AT_ONCE, (round + 1) * AT_ONCE).boxed().toList();
    }

    private static List<Integer> heard(HubSocket socket) {
        List<Integer> heard = new ArrayList<>();
        while (heard.size() < AT_ONCE) {
            JsonObject message = socket.next();
            heard.add(message.getJsonArray("arguments").getInt(0));
        }
        return heard;
    }

    private static void awaitPresence(HubSocket socket, int count) {
        await("as many on the hub as expected")
                .atMost(LIMIT)
                .until(() -> socket.invoke("present").getInt("result") == count);
    }
}
