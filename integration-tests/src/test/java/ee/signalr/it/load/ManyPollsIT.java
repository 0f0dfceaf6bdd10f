// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that send several polls at once, of which each takes the place of the one before it. */
@Tag("portable")
@ExtendWith(SharedServer.class)
@Timeout(120)
class ManyPollsIT {

    private static final String HUB = "/it/suite";
    private static final int CLIENTS = 4;
    private static final int ROUNDS = 400;
    private static final int AT_ONCE = 3;
    private static final String UNREAD =
            "{\"type\":1,\"invocationId\":\"1\",\"target\":\"echo\",\"arguments\":[\"unread\"]}\u001e";

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void shouldAnswerEveryPollAndGoOn(TestServer server) throws InterruptedException, ExecutionException {
        Callable<String> client = () -> poll(server.port());
        List<Callable<String>> all =
                Stream.generate(() -> client).limit(CLIENTS).toList();
        for (Future<String> one : clients.invokeAll(all)) {
            assertThat(one.get()).contains("still here");
        }
    }

    /** Readers of event streams vanish meanwhile, while the server writes to them. */
    @Test
    void shouldAnswerEveryPollThoughReadersOfOthersVanish(TestServer server)
            throws InterruptedException, ExecutionException {
        Callable<String> client = () -> poll(server.port());
        Callable<String> vanishing = () -> vanish(server.port());
        for (Future<String> one : clients.invokeAll(List.of(client, vanishing, client, vanishing))) {
            assertThat(one.get()).contains("still here");
        }
    }

    private static String vanish(int port) {
        for (int round = 0; round < ROUNDS; round++) {
            HubRequests connection = HubRequests.negotiate(port, HUB);
            try (HttpCall unread = connection.events()) {
                connection.echo("unread");
            }
            // The first is answered by a reset, and the next cannot be written.
            for (int i = 0; i < AT_ONCE; i++) {
                HttpReply reply = HttpCall.exchange(port, "POST", HUB + connection.query(), UNREAD);
                assertThat(reply.code()).isIn(Set.of(200, 404));
            }
        }
        return "still here";
    }

    /** The answer to a call behind all the polls. */
    private static String poll(int port) {
        HubRequests connection = HubRequests.negotiate(port, HUB);
        connection.open();
        List<HttpCall> waiting = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Stream.generate(connection::poll).limit(AT_ONCE).forEach(waiting::add);
            while (waiting.size() > 1) {
                takeAnswer(waiting);
            }
        }
        connection.echo("still here");
        return takeAnswer(waiting).text();
    }

    /** Whichever poll is answered first. */
    private static HttpReply takeAnswer(List<HttpCall> waiting) {
        while (!Thread.currentThread().isInterrupted()) {
            for (HttpCall one : waiting) {
                if (one.isAnswered()) {
                    waiting.remove(one);
                    try (one) {
                        return expect(one.reply());
                    }
                }
            }
        }
        throw new IllegalStateException("A poll has no answer");
    }

    /** A ping is 200. While one poll is being answered there is room for one that waits, and another gets 409. */
    private static HttpReply expect(HttpReply reply) {
        assertThat(reply.code()).isIn(Set.of(200, 204, 409));
        return reply;
    }
}
