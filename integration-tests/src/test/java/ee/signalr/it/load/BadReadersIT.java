// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that stop reading, or vanish without a word, on a hub that pings nobody. */
@Tag("portable")
@ExtendWith(SharedServer.class)
@Timeout(120)
class BadReadersIT {

    private static final String HUB = "/heavy/impatient";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int AT_ONCE = 500;
    private static final int ROUNDS = 20;

    private HubSocket good;
    private int port;

    @BeforeEach
    void connect(TestServer server) {
        port = server.port();
        good = HubSocket.open(port, HUB);
        awaitPresence(1);
    }

    @AfterEach
    void leave() {
        good.close();
    }

    @Test
    void shouldEndAReaderThatStopsReadingWhileOthersMissNothing() {
        try (HubSocket stalled = HubSocket.openNarrow(port, HUB)) {
            stalled.call("present");
            awaitPresence(2);
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(shout(round * AT_ONCE))
                        .isEqualTo(IntStream.range(round * AT_ONCE, (round + 1) * AT_ONCE)
                                .boxed()
                                .toList());
            }
            awaitPresence(1);
        }
    }

    /** Has the hub speak to all, and answers what the good reader hears of it. */
    private List<Integer> shout(int first) {
        String call = good.call("shout", Json.createValue(first), Json.createValue(AT_ONCE));
        List<Integer> heard = new ArrayList<>();
        for (JsonObject message = good.next(); message.getInt("type") != 3; message = good.next()) {
            heard.add(message.getJsonArray("arguments").getInt(0));
        }
        assertThat(call).isNotEmpty();
        return heard;
    }

    @Test
    void shouldNoticeAtOnceWhoseSocketsAreReset() {
        List<HubSocket> vanishing =
                Stream.generate(() -> HubSocket.open(port, HUB)).limit(20).toList();
        vanishing.forEach(socket -> socket.invoke("present"));
        awaitPresence(21);

        vanishing.forEach(socket -> socket.socket().vanish());

        awaitPresence(1);
    }

    private void awaitPresence(int count) {
        await("as many on the hub as expected")
                .atMost(LIMIT)
                .until(() -> good.invoke("present").getInt("result") == count);
    }
}
