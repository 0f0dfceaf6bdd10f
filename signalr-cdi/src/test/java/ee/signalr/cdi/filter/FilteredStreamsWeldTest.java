// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.filter;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubInvocationContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters that are beans, around calls that are answered by streams. */
class FilteredStreamsWeldTest {

    private TestApplication application;
    private TestClient client;
    private Journal journal;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(CountingHub.class, Doorkeeper.class, Journal.class);
        client = application.connect();
        journal = application.get(Journal.class);
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @Test
    void shouldKeepScopesAndHubUntilTheStreamHasEnded() {
        List<Object> items = TestClient.await(client.stream("count", 2));

        journal.awaitEntry("hub destroyed");
        assertThat(items).containsExactly("0 " + client.id(), "1 " + client.id());
        assertThat(journal.entries())
                .containsExactly("filter count [2] true", "hub runs", "outcome a stream", "closed", "hub destroyed");
    }

    @Test
    void shouldStreamWithContextsOfItsOwnWhenAFilterGoesOnLater() {
        CompletableFuture<List<Object>> stream = client.stream("countLater", 1);
        journal.awaitEntry("filter countLater [1] true");
        journal.gate().complete("open");

        assertThat(TestClient.await(stream)).containsExactly("0 " + client.id());
        journal.awaitEntry("hub destroyed");
    }

    @Test
    void shouldShowFiltersConstraintsThatAreViolated() {
        assertThat(client.stream("count", 10))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("Failed to invoke 'count' due to an error on the server. HubException: Invalid"
                        + " arguments. ");

        assertThat(journal.entries())
                .contains("filter count [10] true", "refused CONSTRAINT")
                .doesNotContain("hub runs");
    }

    /** Writes down who comes and what they get. */
    @ApplicationScoped
    public static class Doorkeeper implements HubFilter {

        @Inject
        Journal journal;

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            journal.add("filter " + call.target() + " " + call.arguments() + " " + call.isStreaming());
            CompletionStage<?> outcome = call.target().endsWith("Later")
                    ? journal.gate().thenCompose(open -> next.proceed())
                    : next.proceed();
            return outcome.whenComplete((stream, failure) -> {
                if (failure instanceof CallRefusedException refusal) {
                    journal.add("refused " + refusal.reason());
                } else if (stream instanceof Stream<?>) {
                    journal.add("outcome a stream");
                }
            });
        }
    }

    /** Counts. */
    @Hub("/counting")
    public static class CountingHub {

        @Inject
        Journal journal;

        @Inject
        HubCallerContext caller;

        @PreDestroy
        void end() {
            journal.add("hub destroyed");
        }

        public Stream<String> count(@Max(9) int to) {
            journal.add("hub runs");
            return IntStream.range(0, to)
                    .mapToObj(number -> number + " " + caller.connectionId())
                    .onClose(() -> journal.add("closed"));
        }

        public Stream<String> countLater(int to) {
            return count(to);
        }
    }
}
