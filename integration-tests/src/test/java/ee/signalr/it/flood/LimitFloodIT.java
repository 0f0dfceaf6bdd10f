// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.server.Tokens;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each limit against abuse is reached, and far more than reached. */
class LimitFloodIT extends Flood {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String LIMITED = "/limits/limited";
    private static final String FEW = "/limits/few";
    private static final String END = String.valueOf(HubSocket.RECORD_SEPARATOR);
    private static final int FLOOD = 3_000;
    private static final int TOO_MANY = 429;

    private final List<HubSocket> sockets = new ArrayList<>();

    LimitFloodIT() {
        super("/it/suite");
    }

    /** Connections of the test before, which count as long as they are not forgotten. */
    @BeforeEach
    void awaitRoom() {
        // So seldom, because whoever asks takes room for the time that a negotiated connection waits for its transport.
        await("room for connections")
                .atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> IntStream.range(0, 8).allMatch(any -> negotiate(FEW) == 200));
        await("that these are forgotten")
                .atMost(LIMIT)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> negotiate(FEW) == 200);
    }

    @AfterEach
    void leave() {
        sockets.forEach(HubSocket::close);
    }

    private int negotiate(String hub, String... headers) {
        return HttpCall.exchange(port(), "POST", hub + "/negotiate?negotiateVersion=1", List.of(headers), "")
                .code();
    }

    private HubSocket open(String target) {
        HubSocket socket = HubSocket.open(port(), target);
        sockets.add(socket);
        return socket;
    }

    private void expectRefusals(String hub, int status, String... headers) {
        for (int i = 0; i < FLOOD; i++) {
            assertThat(negotiate(hub, headers)).isEqualTo(status);
        }
        heap().expectGrowthBelow(8 * MEGABYTE);
    }

    @Test
    void shouldAnswer503WhenTheServerIsFull() {
        IntStream.range(0, 7).forEach(any -> open(FEW));
        // The eighth place is taken for as long as the last that was negotiated waits for its transport.
        await("room for the last one").atMost(LIMIT).ignoreExceptions().until(() -> open(FEW) != null);

        expectRefusals(FEW, 503);

        assertThat(sockets.get(0).invoke("echo", Json.createValue("x")).getString("result"))
                .isEqualTo("x");
        assertThat(timesLogged("FewHub")).isEqualTo(1);
    }

    @Test
    void shouldAnswer429ToAnAddressThatHasEnough() {
        IntStream.range(0, 19).forEach(any -> open(LIMITED));
        await().until(() -> negotiate(LIMITED) == TOO_MANY);

        IntStream.range(0, FLOOD)
                .forEach(any -> assertThat(HttpCall.exchange(port(), "POST", LIMITED + "/negotiate", "")
                                .code())
                        .isIn(200, TOO_MANY));

        heap().expectGrowthBelow(8 * MEGABYTE);
        sockets.remove(0).close();
        await("room for one more").until(() -> negotiate(LIMITED) == 200);
    }

    @Test
    void shouldAnswer429ToAUserWhoHasEnough() {
        String dora = Tokens.of("dora");
        String emil = Tokens.of("emil");
        IntStream.range(0, 3).forEach(any -> open(LIMITED + "?access_token=" + dora));

        expectRefusals(LIMITED, TOO_MANY, "Authorization: Bearer " + dora);

        assertThat(negotiate(LIMITED, "Authorization: Bearer " + emil)).isEqualTo(200);
    }

    @Test
    void shouldCompleteCallsThatComeTooOftenWithAnError() {
        HubSocket socket = open(LIMITED);
        for (int i = 0; i < FLOOD; i++) {
            socket.call(i % 2 == 0 ? "unknown" : "echo", Json.createValue("x"));
        }
        int refused = 0;
        for (int i = 0; i < FLOOD; i++) {
            refused += socket.next().getString("error", "").endsWith("because the client calls too often") ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(FLOOD / 2);
        await("calls are taken again")
                .pollInterval(Duration.ofMillis(200))
                .until(() -> socket.invoke("echo", Json.createValue("y")).containsKey("result"));
    }

    @Test
    void shouldLetAConnectionBeInSoManyGroupsOnly() {
        HubSocket socket = open(LIMITED);
        for (int i = 0; i < 10; i++) {
            assertThat(join(socket, "group" + i)).doesNotContainKey("error");
        }
        assertThat(join(socket, "one too many")).containsKey("error");
        assertThat(join(socket, "group1")).as("it is in this one already").doesNotContainKey("error");
        assertThat(join(socket, "x".repeat(21))).containsKey("error");
        assertThat(heap().newGroups()).isLessThanOrEqualTo(10);
    }

    private static JsonObject join(HubSocket socket, String group) {
        return socket.invoke("join", Json.createValue(group));
    }

    @Test
    void shouldRefuseBodiesThatAreTooLarge() {
        String target = connect();
        HttpReply declared = HttpCall.exchange(port(), "POST", target, "x".repeat(100_001));
        assertThat(declared.code()).isEqualTo(413);

        String other = connect();
        HttpCall.exchange(port(), "GET", other, "");
        HttpCall.exchange(port(), "POST", other, "{\"protocol\":\"json\",\"version\":1}" + END);
        String pings = ("{\"type\":6}" + END).repeat(1_000);
        byte[] part =
                (Integer.toHexString(pings.length()) + "\r\n" + pings + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (HttpCall post = HttpCall.head(port(), "POST", other, List.of("Transfer-Encoding: chunked"))) {
            for (int taken = 0; taken <= 100_000; taken += pings.length()) {
                post.write(part);
            }
            // Neither more of the body nor an end of it is needed for the answer.
            await().atMost(Duration.ofSeconds(30)).until(post::isAnswered);
            assertThat(post.head().code()).isEqualTo(413);
            try (Sender sender = Sender.start(() -> write(post, part), 50 * MEGABYTE, post::close)) {
                await("50 MB more are sent, or refused")
                        .atMost(Duration.ofSeconds(30))
                        .until(sender::isDone);
            }
        }
        heap().expectGrowthBelow(8 * MEGABYTE);
    }

    private static long write(HttpCall post, byte[] part) {
        post.write(part);
        return part.length;
    }

    private String connect() {
        HttpReply negotiated = HttpCall.exchange(port(), "POST", LIMITED + "/negotiate?negotiateVersion=1", "");
        assertThat(negotiated.code()).isEqualTo(200);
        return LIMITED + "?id=" + Meaning.read(negotiated.text()).asJsonObject().getString("connectionToken");
    }

    @Test
    void shouldRefuseHeadersThatAreTooLarge() {
        assertThat(negotiate(LIMITED, "X-Large: " + "x".repeat(2_000))).isEqualTo(431);
        assertThat(negotiate(LIMITED, "X-Small: " + "x".repeat(1_000))).isEqualTo(200);
    }

    private long timesLogged(String hub) {
        return server().log()
                .lines()
                .filter(line -> line.contains("maximum-connections") && line.contains(hub) && line.contains(" W "))
                .count();
    }
}
