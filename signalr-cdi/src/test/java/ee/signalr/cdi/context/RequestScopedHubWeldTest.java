// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestScopedHubWeldTest {

    private TestApplication application;
    private TestClient client;
    private Journal journal;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(RequestHub.class, Counter.class, Journal.class);
        client = application.connect();
        journal = application.get(Journal.class);
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @Test
    void shouldHaveAFreshRequestScopeInEveryCall() {
        assertThat(client.call("count")).isEqualTo("1 2");
        assertThat(client.call("count")).isEqualTo("1 2");
    }

    @Test
    void shouldHaveAFreshRequestScopeInEveryCallback() {
        client.close();

        journal.awaitEntry("left 1 " + client.id());
        assertThat(journal.entries()).contains("joined 1 " + client.id());
    }

    @Test
    void shouldEndTheRequestWithTheSynchronousPart() {
        assertThat(client.call("countElsewhere")).asString().contains("RequestScoped");
        journal.awaitEntry("counter destroyed by " + client.id());
    }

    @Test
    void shouldKeepTheCallerOnAnyThread() {
        assertThat(client.call("elsewhere")).isEqualTo(client.id());
    }

    @Test
    void shouldNotMixUpTwoConnections() {
        TestClient other = application.connect();

        assertThat(client.call("elsewhere")).isEqualTo(client.id());
        assertThat(other.call("elsewhere")).isEqualTo(other.id());
    }

    /** One for every request. */
    @Hub("/request")
    @RequestScoped
    public static class RequestHub {

        @Inject
        HubCallerContext context;

        @Inject
        Counter counter;

        @Inject
        Journal journal;

        @OnConnected
        void joined() {
            journal.add("joined " + counter.next() + " " + context.connectionId());
        }

        @OnDisconnected
        void left() {
            journal.add("left " + counter.next() + " " + context.connectionId());
        }

        public String count() {
            return counter.next() + " " + counter.next();
        }

        public CompletionStage<String> countElsewhere() {
            Counter injected = counter;
            injected.next();
            return Elsewhere.call(() -> String.valueOf(injected.next()));
        }

        public CompletionStage<String> elsewhere() {
            HubCallerContext injected = context;
            return Elsewhere.call(injected::connectionId);
        }
    }

    /** Counts within a request. */
    @RequestScoped
    public static class Counter {

        private final AtomicInteger count = new AtomicInteger();

        @Inject
        HubCallerContext context;

        @Inject
        Journal journal;

        public int next() {
            return count.incrementAndGet();
        }

        @PreDestroy
        void destroyed() {
            journal.add("counter destroyed by " + context.connectionId());
        }
    }
}
