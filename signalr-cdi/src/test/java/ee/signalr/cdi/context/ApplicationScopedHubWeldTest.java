// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.OnConnected;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ApplicationScopedHubWeldTest {

    private TestApplication application;
    private TestClient ann;
    private TestClient bob;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(SharedHub.class, Journal.class);
        ann = application.connect();
        bob = application.connect();
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @RepeatedTest(20)
    void shouldNeverShowOneConnectionTheCallerOfAnother() {
        CompletableFuture<Object> toAnn = ann.invoke("meet");
        CompletableFuture<Object> toBob = bob.invoke("meet");

        assertThat(TestClient.await(toAnn)).isEqualTo(ann.id() + " " + ann.id());
        assertThat(TestClient.await(toBob)).isEqualTo(bob.id() + " " + bob.id());
        assertThat(ann.awaitReceived("met")).containsExactly(ann.id());
        assertThat(bob.awaitReceived("met")).containsExactly(bob.id());
    }

    @Test
    void shouldServeAllConnectionsWithOneInstance() {
        ann.call("connectionId");
        bob.call("connectionId");

        assertThat(application.get(Journal.class).entries())
                .filteredOn("made"::equals)
                .hasSize(1);
    }

    @Test
    void shouldHaveNoCallerInContinuationsOnAnotherThread() {
        assertThat(ann.call("contextElsewhere"))
                .asString()
                .startsWith(
                        "SIGNALR-2001: HubCallerContext stands for the hub call that is running on the calling thread")
                .contains("'elsewhere'");
        assertThat(ann.call("clientsElsewhere")).asString().startsWith("SIGNALR-2001: HubCallerClients");
    }

    @Test
    void shouldKeepTheCallerThatWasGivenAsAParameterOnAnyThread() {
        assertThat(ann.call("parameterElsewhere")).isEqualTo(ann.id());
    }

    @Test
    void shouldKnowTheCallerInCallbacks() {
        Journal journal = application.get(Journal.class);

        journal.awaitEntry("joined " + ann.id());
        journal.awaitEntry("joined " + bob.id());
    }

    @Test
    void shouldLeaveTheThreadWithoutCallerWhenTheCallFails() {
        for (int i = 0; i < 10; i++) {
            CompletableFuture<Object> failing = ann.invoke("fail");
            assertThat(failing).failsWithin(10, TimeUnit.SECONDS);
        }

        assertThat(bob.call("connectionId")).isEqualTo(bob.id());
    }

    /** Answers to everybody at once. */
    @Hub("/shared")
    @ApplicationScoped
    public static class SharedHub {

        private final CyclicBarrier both = new CyclicBarrier(2);

        @Inject
        HubCallerContext context;

        @Inject
        HubCallerClients clients;

        @Inject
        Journal journal;

        @PostConstruct
        void made() {
            journal.add("made");
        }

        @OnConnected
        void joined() {
            journal.add("joined " + context.connectionId());
        }

        public String connectionId() {
            return context.connectionId();
        }

        public String meet() throws InterruptedException, BrokenBarrierException, TimeoutException {
            String before = context.connectionId();
            both.await(10, TimeUnit.SECONDS);
            clients.caller().send("met", context.connectionId());
            both.await(10, TimeUnit.SECONDS);
            return before + " " + context.connectionId();
        }

        public CompletionStage<String> contextElsewhere() {
            return Elsewhere.call(context::connectionId);
        }

        public CompletionStage<String> clientsElsewhere() {
            return Elsewhere.call(() -> clients.caller().toString());
        }

        public CompletionStage<String> parameterElsewhere(HubCallerContext caller) {
            return Elsewhere.call(caller::connectionId);
        }

        public void fail() {
            throw new HubException("as asked for");
        }
    }
}
