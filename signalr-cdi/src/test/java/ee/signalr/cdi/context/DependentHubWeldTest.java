// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubException;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DependentHubWeldTest {

    private TestApplication application;
    private TestClient client;
    private Journal journal;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(OwnHub.class, Helper.class, Journal.class);
        client = application.connect();
        journal = application.get(Journal.class);
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @Test
    void shouldMakeAnInstanceForEveryCallAndDestroyItWithItsDependentsAfterwards() {
        client.call("send");
        client.call("send");

        journal.awaitEntry("hub 2 destroyed");
        assertThat(journal.entries())
                .containsExactly(
                        "hub 1 made",
                        "send 1",
                        "hub 1 destroyed",
                        "helper destroyed",
                        "hub 2 made",
                        "send 2",
                        "hub 2 destroyed",
                        "helper destroyed");
    }

    @Test
    void shouldDestroyTheInstanceOfACallThatFails() {
        assertThat(client.invoke("fail")).failsWithin(Duration.ofSeconds(10));

        journal.awaitEntry("helper destroyed");
        assertThat(journal.entries()).containsExactly("hub 1 made", "hub 1 destroyed", "helper destroyed");
    }

    @Test
    void shouldKeepTheInstanceUntilTheStageOfTheCallHasCompleted() {
        CompletableFuture<Object> result = client.invoke("later");
        journal.awaitEntry("later 1");
        assertThat(journal.entries()).doesNotContain("hub 1 destroyed");

        journal.gate().completeAsync(() -> "opened");

        assertThat(TestClient.await(result)).isEqualTo("opened");
        journal.awaitEntry("helper destroyed");
        assertThat(journal.entries()).containsExactly("hub 1 made", "later 1", "hub 1 destroyed", "helper destroyed");
    }

    @Test
    void shouldKeepTheCallerOnAnyThread() {
        assertThat(client.call("elsewhere")).isEqualTo(client.id());
        assertThat(client.awaitReceived("reached")).containsExactly(client.id());
    }

    @Test
    void shouldKeepTheGroupsOnAnyThread() {
        assertThat(client.call("joinElsewhere")).isEqualTo("joined");
        client.call("sendToGroup");
        assertThat(client.awaitReceived("reached")).containsExactly("group");
    }

    @Test
    void shouldMakeAnInstanceForTheCallbacksToo() {
        client.close();

        journal.awaitEntry("helper destroyed");
        assertThat(journal.entries())
                .containsExactly("hub 1 made", "left " + client.id(), "hub 1 destroyed", "helper destroyed");
    }

    @Test
    void shouldGiveBackWhatWasMadeForAHubWhoseConstructionFails() {
        try (TestApplication broken = TestApplication.of(UnmakeableHub.class, Helper.class, Journal.class)) {
            TestClient caller = broken.connect();

            assertThat(caller.invoke("send")).failsWithin(Duration.ofSeconds(10));

            assertThat(broken.get(Journal.class).entries()).containsExactly("helper destroyed");
        }
    }

    /** One for every call. */
    @Hub("/own")
    public static class OwnHub {

        @Inject
        HubCallerContext context;

        @Inject
        HubCallerClients clients;

        @Inject
        GroupManager groups;

        @Inject
        Helper helper;

        @Inject
        Journal journal;

        private long number;

        @PostConstruct
        void made() {
            number = 1
                    + journal.entries().stream()
                            .filter(entry -> entry.endsWith("made"))
                            .count();
            journal.add("hub " + number + " made");
        }

        @PreDestroy
        void destroyed() {
            journal.add("hub " + number + " destroyed");
        }

        @OnDisconnected
        void left() {
            journal.add("left " + context.connectionId());
        }

        public void send() {
            journal.add("send " + number);
        }

        public void fail() {
            throw new HubException("as asked for");
        }

        public CompletionStage<String> later() {
            CompletionStage<String> gate = journal.gate();
            journal.add("later " + number);
            return gate;
        }

        public CompletionStage<String> elsewhere() {
            return Elsewhere.call(() -> {
                clients.caller().send("reached", context.connectionId());
                return context.connectionId();
            });
        }

        public CompletionStage<String> joinElsewhere() {
            return Elsewhere.call(() -> {
                groups.add(context.connectionId(), "group");
                return "joined";
            });
        }

        public void sendToGroup() {
            clients.group("group").send("reached", "group");
        }
    }

    /** Depends on a hub. */
    @Dependent
    public static class Helper {

        @Inject
        Journal journal;

        @PreDestroy
        void destroyed() {
            journal.add("helper destroyed");
        }
    }

    /** Cannot be made. */
    @Hub("/unmakeable")
    public static class UnmakeableHub {

        @Inject
        Helper helper;

        @PostConstruct
        void made() {
            throw new HubException("as asked for");
        }

        public void send() {}
    }
}
