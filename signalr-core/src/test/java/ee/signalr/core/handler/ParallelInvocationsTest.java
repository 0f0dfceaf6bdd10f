// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls of one client run at a time. */
@Timeout(60)
class ParallelInvocationsTest {

    private final GateHub hub = new GateHub();
    private final TestServer server = new TestServer(hub);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() throws InterruptedException {
        hub.latch.countDown();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        server.close();
    }

    @Test
    void shouldRunOneAtATimeInOrderByDefault() {
        TestClient client = server.connected()
                .say(
                        invocation("1", "pass", "\"a\""),
                        invocation("2", "pass", "\"b\""),
                        invocation("3", "pass", "\"c\""));
        server.run();
        assertThat(hub.entered).containsExactly("a");

        open("a");
        assertThat(hub.entered).containsExactly("a", "b");
        open("b");
        open("c");

        assertThat(client.news()).containsExactly(result("1", "\"a\""), result("2", "\"b\""), result("3", "\"c\""));
    }

    @Test
    void shouldRunAsManyAtATimeAsConfigured() {
        TestClient client = server.with(Options.MAXIMUM_PARALLEL_INVOCATIONS, 2)
                .connected()
                .say(
                        invocation("1", "pass", "\"a\""),
                        invocation("2", "pass", "\"b\""),
                        invocation("3", "pass", "\"c\""));
        server.run();
        assertThat(hub.entered).containsExactly("a", "b");

        open("b");
        assertThat(hub.entered).containsExactly("a", "b", "c");
        open("c");
        open("a");

        assertThat(client.news()).containsExactly(result("2", "\"b\""), result("3", "\"c\""), result("1", "\"a\""));
    }

    @Test
    void shouldStartMoreCallsThatArriveLater() {
        TestClient client = server.with(Options.MAXIMUM_PARALLEL_INVOCATIONS, 2)
                .connected()
                .call("1", "pass", "\"a\"")
                .call("2", "pass", "\"b\"")
                .call("3", "pass", "\"c\"");

        assertThat(hub.entered).containsExactly("a", "b");
        open("a");
        assertThat(hub.entered).containsExactly("a", "b", "c");
        assertThat(client.news()).containsExactly(result("1", "\"a\""));
    }

    @Test
    void shouldLetClientsRunBesideEachOther() {
        TestClient ann = server.connected().call("1", "pass", "\"a\"");
        TestClient bob = server.connected().call("1", "pass", "\"b\"");

        open("b");

        assertThat(bob.news()).containsExactly(result("1", "\"b\""));
        assertThat(ann.news()).isEmpty();
    }

    @Test
    void shouldNotLetABlockedThreadDelayOtherClients() {
        server.on(threads);
        TestClient blocked = connect();
        TestClient other = connect();

        blocked.say(invocation("1", "block"), invocation("2", "echo", "\"waits\""));
        other.say(invocation("1", "echo", "\"free\""));
        await(other, result("1", "\"free\""));
        assertThat(blocked.news()).isEmpty();

        hub.latch.countDown();
        await(blocked, result("2", "\"waits\""));
        assertThat(blocked.messages()).containsExactly("{}", result("1", "\"done\""), result("2", "\"waits\""));
    }

    @Test
    void shouldRunBlockingCallsOfOneClientOnSeveralThreads() {
        server.on(threads).with(Options.MAXIMUM_PARALLEL_INVOCATIONS, 3);
        TestClient client = connect();

        client.say(invocation("1", "meet"), invocation("2", "meet"), invocation("3", "meet"));

        Awaitility.await().until(() -> client.messages().size() == 4);
        assertThat(client.news())
                .containsExactlyInAnyOrder(result("1", "\"met\""), result("2", "\"met\""), result("3", "\"met\""));
    }

    @Test
    void shouldKeepOrderOnRealThreads() {
        server.on(threads);
        TestClient client = connect();
        List<String> expected = new ArrayList<>();

        for (int i = 0; i < 2_000; i++) {
            client.say(invocation(String.valueOf(i), "echo", String.valueOf('"') + i + '"'));
            expected.add(result(String.valueOf(i), String.valueOf('"') + i + '"'));
        }

        Awaitility.await().until(() -> client.messages().size() == 2_001);
        assertThat(client.news()).isEqualTo(expected);
        assertThat(client.transport().overlaps()).isZero();
    }

    private TestClient connect() {
        TestClient client = server.client().say("{\"protocol\":\"json\",\"version\":1}");
        await(client, "{}");
        assertThat(client.next()).isEqualTo("{}");
        return client;
    }

    private static void await(TestClient client, String message) {
        Awaitility.await().until(() -> client.messages().contains(message));
    }

    private void open(String gate) {
        hub.gates.get(gate).complete(gate);
        server.run();
    }

    /** Lets calls pass when the test says so. */
    static final class GateHub {

        private final Map<String, CompletableFuture<String>> gates = new LinkedHashMap<>();
        private final List<String> entered = new ArrayList<>();
        private final CountDownLatch latch = new CountDownLatch(1);
        private final CyclicBarrier barrier = new CyclicBarrier(3);

        public CompletionStage<String> pass(String gate) {
            entered.add(gate);
            return gates.computeIfAbsent(gate, any -> new CompletableFuture<>());
        }

        public String echo(String text) {
            return text;
        }

        public String block() throws InterruptedException {
            latch.await();
            return "done";
        }

        public String meet() throws Exception {
            barrier.await(20, TimeUnit.SECONDS);
            return "met";
        }
    }
}
