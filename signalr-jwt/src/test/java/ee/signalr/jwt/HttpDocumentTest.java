// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is fetched from another server, and what is not. */
@Timeout(30)
class HttpDocumentTest {

    @Test
    void shouldFetchTheWholeBody() throws IOException {
        String text = "Käse".repeat(10_000);
        try (KeyServer server = KeyServer.start(text)) {
            assertThat(document(server, Duration.ofSeconds(10)).fetch()).isEqualTo(text);
        }
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments(answer(404, "no"), "the answer has status 404"),
                arguments(answer(500, ""), "the answer has status 500"),
                arguments(answer(204, ""), "the answer has status 204"),
                arguments(redirect(), "the answer has status 302"),
                arguments(answer(200, "x".repeat(KeyLocation.MAX_BYTES + 1)), "the answer has more than 262144 bytes"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("bad")
    void shouldRefuseABadAnswer(KeyServer.Answer answer, String reason) {
        try (KeyServer server = KeyServer.start(answer)) {
            assertThatIOException()
                    .isThrownBy(() -> document(server, Duration.ofSeconds(10)).fetch())
                    .withMessage(reason);
            assertThat(server.fetches()).isEqualTo(1);
        }
    }

    @Test
    void shouldNotWaitForAServerThatSaysNothing() {
        CountDownLatch end = new CountDownLatch(1);
        try (KeyServer server = KeyServer.start(exchange -> await(end))) {
            assertThatIOException()
                    .isThrownBy(() -> document(server, Duration.ofMillis(100)).fetch())
                    .isInstanceOf(SocketTimeoutException.class);
            end.countDown();
        }
    }

    @Test
    void shouldGiveUpWhenAllTakesTooLongThoughSomethingComes() {
        try (KeyServer server = KeyServer.start("{}")) {
            assertThatIOException()
                    .isThrownBy(() -> document(server, Duration.ofNanos(1)).fetch())
                    .withMessage("the answer takes more than 0 s");
        }
    }

    @Test
    void shouldNotWaitForTheRestOfABody() {
        CountDownLatch end = new CountDownLatch(1);
        try (KeyServer server = KeyServer.start(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        })) {
            assertThatIOException()
                    .isThrownBy(() -> document(server, Duration.ofMillis(200)).fetch());
            end.countDown();
        }
    }

    @Test
    void shouldFailWhereNobodyListens() {
        String url;
        try (KeyServer server = KeyServer.start("")) {
            url = server.url();
        }
        assertThatIOException().isThrownBy(() -> new HttpDocument(URI.create(url), Duration.ofSeconds(5)).fetch());
    }

    private static HttpDocument document(KeyServer server, Duration timeout) {
        return new HttpDocument(URI.create(server.url()), timeout);
    }

    private static KeyServer.Answer answer(int status, String text) {
        return exchange -> KeyServer.send(exchange, status, text);
    }

    private static KeyServer.Answer redirect() {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            KeyServer.send(exchange, 302, "");
        };
    }

    private static void await(CountDownLatch end) throws IOException {
        try {
            if (!end.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nobody ends the test");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
