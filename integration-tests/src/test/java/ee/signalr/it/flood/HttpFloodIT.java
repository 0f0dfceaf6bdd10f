// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Floods of HTTP requests. */
class HttpFloodIT extends Flood {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String HASTY = "/it/hasty";
    private static final String END = String.valueOf(HubSocket.RECORD_SEPARATOR);
    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}" + END;
    private static final int NEGOTIATES = 10_000;

    HttpFloodIT() {
        super("/it/suite");
    }

    @Test
    void shouldForgetTenThousandNegotiatesThatNeverConnect() {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Semaphore inFlight = new Semaphore(32);
        HttpRequest negotiate = HttpRequest.newBuilder(server().uri("/it/suite/negotiate?negotiateVersion=1"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, NEGOTIATES)
                .mapToObj(number -> send(client, negotiate, inFlight))
                .toList();
        assertThat(answers).allMatch(answer -> answer.join() == 200);
        assertThat(heap().newConnections()).isBetween(1L, (long) NEGOTIATES);
        heap().expectGrowthBelow(24 * MEGABYTE);
    }

    private static CompletableFuture<Integer> send(HttpClient client, HttpRequest request, Semaphore inFlight) {
        inFlight.acquireUninterruptibly();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode)
                .whenComplete((status, failure) -> inFlight.release());
    }

    @Test
    void shouldEndAPostOfAHundredMegabytesWithoutAnEnd() {
        String target = connect();
        byte[] part = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
        try (HttpCall post = post(target);
                Sender sender = Sender.start(() -> write(post, part), 100 * MEGABYTE, post::close)) {
            await("the end of the connection").atMost(LIMIT).until(() -> isGone(target));
            heap().expectGrowthBelow(24 * MEGABYTE);
            assertThat(sender.sent()).isLessThanOrEqualTo(100 * MEGABYTE);
        }
    }

    @Test
    void shouldTakeAPostOfAHundredMegabytesOfMessagesPieceByPiece() {
        String message = "{\"type\":1,\"target\":\"echo\",\"arguments\":[\"" + "x".repeat(30_000) + "\"]}" + END;
        byte[] part = message.repeat(2).getBytes(StandardCharsets.US_ASCII);
        long parts = 100 * MEGABYTE / part.length * part.length;
        String target = negotiate("/it/suite");
        try (HttpCall events = listen(target)) {
            assertThat(events.head().code()).isEqualTo(200);
            HttpCall.exchange(port(), "POST", target, HANDSHAKE);
            try (HttpCall post = post(target);
                    Sender sender = Sender.start(() -> write(post, part), parts, post::close)) {
                await().atMost(LIMIT).until(() -> sender.sent() > 20 * MEGABYTE);
                bystander().expectAnswers();
                heap().expectGrowthBelow(24 * MEGABYTE);
                await("all is taken").atMost(LIMIT).until(sender::isDone);
                post.write(" ".repeat((int) (100 * MEGABYTE - parts)).getBytes(StandardCharsets.US_ASCII));
                assertThat(post.reply().code()).isEqualTo(200);
            }
        }
    }

    private HttpCall post(String target) {
        return HttpCall.head(port(), "POST", target, List.of("Content-Length: " + 100 * MEGABYTE));
    }

    private static long write(HttpCall post, byte[] part) {
        post.write(part);
        return part.length;
    }

    /** Opens a long-polling connection; answers its target. */
    private String connect() {
        String target = negotiate(HASTY);
        HttpCall.exchange(port(), "GET", target, "");
        HttpCall.exchange(port(), "POST", target, HANDSHAKE);
        assertThat(HttpCall.exchange(port(), "GET", target, "").text()).isEqualTo("{}" + END);
        return target;
    }

    private String negotiate(String hub) {
        HttpReply negotiated = HttpCall.exchange(port(), "POST", hub + "/negotiate?negotiateVersion=1", "");
        return hub + "?id=" + Meaning.read(negotiated.text()).asJsonObject().getString("connectionToken");
    }

    private HttpCall listen(String target) {
        return HttpCall.send(port(), "GET", target, List.of("Accept: text/event-stream"), new byte[0]);
    }

    private boolean isGone(String target) {
        return HttpCall.exchange(port(), "GET", target, "").code() == 404;
    }

    @Test
    void shouldForgetWhoNeverPollsAgain() {
        String target = connect();
        await("the end of the connection")
                .atMost(LIMIT)
                .until(() -> HttpCall.exchange(port(), "POST", target, "{\"type\":6}" + END)
                                .code()
                        == 404);
    }

    @Test
    void shouldForgetEventStreamsWhoseReadersVanish() {
        List<String> targets = Stream.generate(() -> negotiate(HASTY)).limit(20).toList();
        for (String target : targets) {
            try (HttpCall events = listen(target)) {
                assertThat(events.head().code()).isEqualTo(200);
                HttpCall.exchange(port(), "POST", target, HANDSHAKE);
            }
        }
        await("the end of the connections")
                .atMost(LIMIT)
                .until(() -> targets.stream().allMatch(this::isGone));
    }
}
