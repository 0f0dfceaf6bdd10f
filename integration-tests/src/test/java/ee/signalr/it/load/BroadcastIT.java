// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Broadcasts from several threads at once to 500 WebSockets. */
@Tag("portable")
@ExtendWith(SharedServer.class)
@Timeout(120)
class BroadcastIT {

    private static final String HUB = "/heavy/broadcast";
    private static final int CONNECTIONS = 500;
    private static final int SENDERS = 6;
    private static final int MESSAGES = 50;

    private final List<HubSocket> sockets = new ArrayList<>();

    @AfterEach
    void leave() {
        sockets.forEach(HubSocket::close);
    }

    @Test
    void shouldReachEverybodyOnceAndInTheOrderOfEachSender(TestServer server) {
        for (int i = 0; i < CONNECTIONS; i++) {
            sockets.add(HubSocket.open(server.port(), HUB));
        }
        sockets.forEach(BroadcastIT::expectPresence);
        List<Heard> heard = sockets.stream().map(Heard::new).toList();

        List<String> calls = IntStream.range(0, SENDERS)
                .mapToObj(sender -> broadcast(sockets.get(sender), sender))
                .toList();
        for (int sender = 0; sender < SENDERS; sender++) {
            heard.get(sender).until(calls.get(sender));
        }

        Map<String, List<Integer>> expected = IntStream.range(0, SENDERS)
                .mapToObj(sender -> "sender-" + sender)
                .collect(Collectors.toMap(
                        Function.identity(),
                        sender -> IntStream.range(0, MESSAGES).boxed().toList()));
        for (Heard one : heard) {
            assertThat(one.all()).isEqualTo(expected);
        }
    }

    /** The handshake is answered before the hub has taken the connection; a call is not. */
    private static void expectPresence(HubSocket socket) {
        assertThat(socket.invoke("echo", Json.createValue("here")).getString("result"))
                .isEqualTo("here");
    }

    private static String broadcast(HubSocket socket, int sender) {
        return socket.call(
                "broadcast",
                Json.createValue("sender-" + sender),
                Json.createValue(MESSAGES),
                Json.createValue(SENDERS));
    }

    /** What one connection heard: the numbers of each sender, in the order in which they came. For one thread. */
    private static final class Heard {

        private final HubSocket socket;
        private final Map<String, List<Integer>> numbers = new HashMap<>();

        Heard(HubSocket socket) {
            this.socket = socket;
        }

        /** Listens until the call is answered, which is after everything that was sent before. */
        void until(String call) {
            JsonObject message = socket.next();
            while (message.getInt("type") != 3) {
                JsonArray arguments = message.getJsonArray("arguments");
                numbers.computeIfAbsent(arguments.getString(0), sender -> new ArrayList<>())
                        .add(arguments.getInt(1));
                message = socket.next();
            }
            assertThat(message.getString("invocationId")).isEqualTo(call);
            assertThat(message).doesNotContainKey("error");
        }

        Map<String, List<Integer>> all() {
            until(socket.call("echo", Json.createValue("end")));
            return numbers;
        }
    }
}
