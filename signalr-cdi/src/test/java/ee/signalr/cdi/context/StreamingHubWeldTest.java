// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.CancellationToken;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub has while it streams, and when it ends. */
class StreamingHubWeldTest {

    private TestApplication application;
    private TestClient client;
    private Journal journal;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(StreamHub.class, Counter.class, Journal.class);
        client = application.connect();
        journal = application.get(Journal.class);
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @Test
    void shouldBindScopesCallerAndClassLoaderWhilePulling() {
        List<Object> items = TestClient.await(client.stream("pulled"));

        assertThat(items).hasSize(3).allMatch(item -> item.equals("request " + client.id() + " true"));
    }

    @Test
    void shouldDestroyTheInstanceWhenTheStreamHasEnded() {
        TestClient.await(client.stream("pulled"));

        journal.awaitEntry("hub destroyed");
        assertThat(journal.entries()).containsExactly("closed", "hub destroyed");
    }

    @Test
    void shouldCancelAndDestroyWhenTheClientCancels() {
        CompletableFuture<List<Object>> stream = client.stream("endless");
        journal.awaitEntry("subscribed");
        assertThat(journal.entries()).doesNotContain("hub destroyed");

        client.cancel("1");

        assertThat(TestClient.await(stream)).isEmpty();
        journal.awaitEntry("hub destroyed");
        assertThat(journal.entries()).contains("cancelled", "token fired");
    }

    @Test
    void shouldCancelAndDestroyWhenTheClientVanishes() {
        client.stream("endless");
        journal.awaitEntry("subscribed");

        client.close();

        journal.awaitEntry("hub destroyed");
        journal.awaitEntry("token fired");
        assertThat(journal.entries()).contains("cancelled");
    }

    /** Something of the request. */
    @RequestScoped
    public static class Counter {

        public String name() {
            return "request";
        }
    }

    @Hub("/streams")
    public static class StreamHub {

        @Inject
        Journal journal;

        @Inject
        Counter counter;

        @Inject
        HubCallerContext caller;

        @PreDestroy
        void end() {
            journal.add("hub destroyed");
        }

        public Stream<String> pulled() {
            ClassLoader own = Thread.currentThread().getContextClassLoader();
            return Stream.of(1, 2, 3)
                    .map(any -> counter.name() + " " + caller.connectionId() + " "
                            + (Thread.currentThread().getContextClassLoader() == own))
                    .onClose(() -> journal.add("closed"));
        }

        public Flow.Publisher<String> endless(CancellationToken stop) {
            stop.onCancel(() -> journal.add("token fired"));
            return subscriber -> {
                subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long count) {
                        // has nothing
                    }

                    @Override
                    public void cancel() {
                        journal.add("cancelled");
                    }
                });
                journal.add("subscribed");
            };
        }
    }
}
