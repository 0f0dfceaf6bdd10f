// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.ConnectionScoped;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionScopedWeldTest {

    private TestApplication application;
    private TestClient client;
    private Journal journal;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(ConnectionHub.class, Memory.class, Journal.class);
        client = application.connect();
        journal = application.get(Journal.class);
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @Test
    void shouldKeepOneInstanceForAllCallsOfAConnection() {
        assertThat(client.call("count")).isEqualTo("1 1");
        assertThat(client.call("count")).isEqualTo("2 2");
        assertThat(journal.entries()).filteredOn("hub made"::equals).hasSize(1);
    }

    @Test
    void shouldKeepConnectionsApart() {
        TestClient other = application.connect();
        client.call("count");

        assertThat(other.call("count")).isEqualTo("1 1");
        assertThat(client.call("count")).isEqualTo("2 2");
    }

    @Test
    void shouldDestroyTheInstancesAfterTheLastCallback() {
        client.call("count");

        client.close();

        journal.awaitEntry("hub destroyed 1 " + client.id());
        assertThat(journal.entries())
                .containsSubsequence("hub made", "left 1 " + client.id(), "hub destroyed 1 " + client.id())
                .contains("memory destroyed");
    }

    @Test
    void shouldDestroyTheInstancesAfterTheStageOfTheLastCallbackHasCompleted() {
        try (TestApplication patient = TestApplication.of(LateHub.class, Memory.class, Journal.class)) {
            Journal late = patient.get(Journal.class);
            TestClient caller = patient.connect();
            caller.call("count");
            caller.close();
            late.awaitEntry("leaving");
            assertThat(late.entries()).doesNotContain("memory destroyed");

            late.gate().complete("opened");

            late.awaitEntry("memory destroyed");
        }
    }

    @Test
    void shouldLeaveTheInstancesToACallThatIsStillRunningWhenTheConnectionEnds() {
        CompletableFuture<Object> running = client.invoke("block");
        journal.awaitEntry("blocking");

        client.close();
        assertThat(journal.entries()).doesNotContain("memory destroyed");
        journal.gate().complete("opened");

        journal.awaitEntry("memory destroyed");
        assertThat(journal.entries()).containsSubsequence("unblocked 1", "memory destroyed");
        assertThat(running).isNotDone();
    }

    @Test
    void shouldKeepTheCallerOnAnyThread() {
        assertThat(client.call("elsewhere")).isEqualTo(client.id());
    }

    @Test
    void shouldNotBeActiveInContinuationsOnAnotherThread() {
        assertThat(client.call("memoryElsewhere")).asString().contains("ConnectionScoped");
    }

    @Test
    void shouldNotBeActiveOutsideOfCalls() {
        Memory memory = application.get(Memory.class);

        assertThatExceptionOfType(ContextNotActiveException.class).isThrownBy(memory::next);
    }

    @Test
    void shouldRunTheLastCallbackAndDestroyTheInstancesWhenTheApplicationEnds() {
        client.call("count");
        List<String> entries = journal.live();

        application.close();

        assertThat(entries).containsSubsequence("left 1 " + client.id(), "hub destroyed 1 " + client.id());
    }

    /** One for every connection. */
    @Hub("/connection")
    @ConnectionScoped
    public static class ConnectionHub {

        private final AtomicInteger count = new AtomicInteger();

        @Inject
        HubCallerContext context;

        @Inject
        Memory memory;

        @Inject
        Journal journal;

        @PostConstruct
        void made() {
            journal.add("hub made");
        }

        @PreDestroy
        void destroyed() {
            journal.add("hub destroyed " + count.get() + " " + context.connectionId());
        }

        @OnConnected
        void joined() {
            journal.add("joined " + context.connectionId());
        }

        @OnDisconnected
        void left() {
            journal.add("left " + count.get() + " " + context.connectionId());
        }

        public String count() {
            return count.incrementAndGet() + " " + memory.next();
        }

        public void block() {
            memory.next();
            journal.add("blocking");
            journal.gate().join();
            journal.add("unblocked " + memory.last());
        }

        public CompletionStage<String> elsewhere() {
            HubCallerContext injected = context;
            return Elsewhere.call(injected::connectionId);
        }

        public CompletionStage<String> memoryElsewhere() {
            return Elsewhere.call(() -> String.valueOf(memory.next()));
        }
    }

    /** Goes slowly. */
    @Hub("/late")
    public static class LateHub {

        @Inject
        Memory memory;

        @Inject
        Journal journal;

        @OnDisconnected
        CompletionStage<String> left() {
            CompletionStage<String> gate = journal.gate();
            journal.add("leaving");
            return gate;
        }

        public int count() {
            return memory.next();
        }
    }

    /** Remembers as long as the connection lasts. */
    @ConnectionScoped
    public static class Memory {

        private final AtomicInteger count = new AtomicInteger();

        @Inject
        Journal journal;

        public int next() {
            return count.incrementAndGet();
        }

        public int last() {
            return count.get();
        }

        @PreDestroy
        void destroyed() {
            journal.add("memory destroyed");
        }
    }
}
