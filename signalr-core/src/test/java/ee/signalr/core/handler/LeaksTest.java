// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.notification;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.GroupManager;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that come, call, join groups and go in every way and at any moment leave nothing behind. */
@Timeout(120)
class LeaksTest {

    private static final int DRIVERS = 3;
    private static final int CLIENTS = 250;

    private final RestlessHub hub = new RestlessHub();
    private final TestServer server = new TestServer(hub);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldLeaveNothingBehind(long seed) throws Exception {
        server.on(threads);
        hub.groups = server.context().groups();
        server.endpoint();
        List<Future<?>> drivers = new ArrayList<>();
        for (int driver = 0; driver < DRIVERS; driver++) {
            Random random = new Random(seed * 1_000 + driver);
            drivers.add(threads.submit(() -> {
                for (int i = 0; i < CLIENTS; i++) {
                    liveAndDie(random);
                }
            }));
        }
        for (Future<?> driver : drivers) {
            driver.get(60, TimeUnit.SECONDS);
        }

        Awaitility.await().until(() -> server.lifetime().size() == 0 && hub.present.get() == 0);
        assertThat(server.connections().size()).isZero();
        assertThat(server.connections().pending()).isZero();
        assertThat(server.lifetime().groupCount()).isZero();
        assertThat(hub.joined).hasValueGreaterThan(0);
        Awaitility.await().until(() -> server.activator().ended().size() == hub.joined.get());
        Awaitility.await()
                .until(() -> server.activator().released() == server.activator().activated());
        assertThat(server.activator().ended()).doesNotHaveDuplicates();
    }

    private void liveAndDie(Random random) {
        TestClient client = server.client();
        int chance = random.nextInt(20);
        if (chance == 0) {
            client.connection().abort(null);
            return;
        }
        client.say("{\"protocol\":\"json\",\"version\":1}");
        if (chance > 4) {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !client.messages().isEmpty());
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            client.say(notification("join", "\"g" + random.nextInt(3) + "\""), notification("joinLater", "\"h\""));
        }
        Future<?> outsider = threads.submit(() -> {
            hub.groups.add(client.id(), "outside");
            server.context().clients().all().send("hello");
        });
        end(client, random.nextInt(6));
        assertThat(outsider).succeedsWithin(Duration.ofSeconds(20));
    }

    private static void end(TestClient client, int way) {
        switch (way) {
            case 0 -> client.connection().transportClosed(null);
            case 1 -> client.connection().transportClosed(new IllegalStateException("reset"));
            case 2 -> client.say("{\"type\":7}");
            case 3 -> client.say("nonsense");
            case 4 -> client.say(notification("abort"));
            default -> client.connection().abort(new IllegalStateException("cut off"));
        }
        // Whatever the server does with that, the client is gone in the end.
        client.connection().transportClosed(null);
    }

    /** Joins groups at once and later. */
    static final class RestlessHub {

        private final AtomicInteger joined = new AtomicInteger();
        private final AtomicInteger present = new AtomicInteger();
        private volatile GroupManager groups = new Nowhere();

        @OnConnected
        CompletionStage<Void> joined(HubCallerContext caller) {
            joined.incrementAndGet();
            present.incrementAndGet();
            return groups.add(caller.connectionId(), "all");
        }

        @OnDisconnected
        void left(HubCallerContext caller) {
            present.decrementAndGet();
            groups.add(caller.connectionId(), "too late");
        }

        public void join(String group, HubCallerContext caller) {
            groups.add(caller.connectionId(), group);
        }

        public CompletionStage<Void> joinLater(String group, HubCallerContext caller) {
            return CompletableFuture.runAsync(() -> groups.add(caller.connectionId(), group));
        }

        public void abort(HubCallerContext caller) {
            caller.abort();
        }
    }

    /** No groups. */
    private static final class Nowhere implements GroupManager {

        @Override
        public CompletionStage<Void> add(String connectionId, String groupName) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> remove(String connectionId, String groupName) {
            return CompletableFuture.completedStage(null);
        }
    }
}
