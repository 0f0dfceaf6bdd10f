// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ee.signalr.ConnectionContext;
import ee.signalr.ConnectionHandler;
import ee.signalr.ConnectionScoped;
import ee.signalr.Disconnection;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.HubContext;
import ee.signalr.MapConnectionHandler;
import ee.signalr.TransferFormat;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.RawClient;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import ee.signalr.core.config.Options;
import ee.signalr.core.dispatch.ConnectionHandlerActivator;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Connection handlers as beans: instances, scopes, injection. */
class ConnectionHandlerWeldTest {

    @Test
    void shouldServeAnApplicationThatHasNoHubs() {
        try (TestApplication application = TestApplication.of(SharedHandler.class, Note.class, Journal.class)) {
            assertThat(application.engine().hubs()).isEmpty();
            assertThat(application.engine().endpoints()).singleElement().satisfies(endpoint -> {
                assertThat(endpoint.name()).isEqualTo("SharedHandler");
                assertThat(endpoint.paths()).containsExactly("/shared", "/also");
                assertThat(endpoint.protocols()).isEmpty();
            });
        }
    }

    @Test
    void shouldHaveOneInstanceForAllConnectionsAndARequestScopeForEachCallback() {
        try (TestApplication application = TestApplication.of(SharedHandler.class, Note.class, Journal.class)) {
            RawClient first = RawClient.connect(application.engine(), "SharedHandler");
            RawClient second = RawClient.connect(application.engine(), "SharedHandler");

            assertThat(first.ask("a")).isEqualTo("call 1, note 1");
            assertThat(second.ask("a")).isEqualTo("call 2, note 1");
            assertThat(first.ask("a")).isEqualTo("call 3, note 1");
            assertThat(first.ask("loader")).isEqualTo("application");
        }
    }

    @Test
    void shouldBindNothingToContinuations() {
        try (TestApplication application = TestApplication.of(SharedHandler.class, Note.class, Journal.class)) {
            RawClient client = RawClient.connect(application.engine(), "SharedHandler");

            assertThat(client.ask("elsewhere")).contains("RequestScoped");
        }
    }

    @Test
    void shouldHaveOneInstanceForEachConnectionAndDestroyItBehindTheLastCallback() {
        try (TestApplication application = TestApplication.of(OwnHandler.class, Journal.class)) {
            RawClient first = RawClient.connect(application.engine(), "own");
            RawClient second = RawClient.connect(application.engine(), "own");

            assertThat(first.ask("a")).isEqualTo("1");
            assertThat(first.ask("a")).isEqualTo("2");
            assertThat(second.ask("a")).isEqualTo("1");

            first.vanish();
            Journal journal = application.get(Journal.class);
            journal.awaitEntry("destroyed 2");
            assertThat(journal.entries())
                    .containsSubsequence("joined " + first.id(), "left " + first.id(), "destroyed 2")
                    .doesNotContain("destroyed 1");
        }
    }

    @Test
    void shouldTellOfTheEndWhenTheApplicationStops() {
        List<String> live;
        try (TestApplication application = TestApplication.of(OwnHandler.class, Journal.class)) {
            live = application.get(Journal.class).live();
            RawClient.connect(application.engine(), "own").ask("a");
        }
        assertThat(live).contains("destroyed 1");
    }

    @Test
    void shouldGiveHubContextsAndNoCaller() {
        try (TestApplication application = TestApplication.of(BridgeHandler.class, ListenerHub.class)) {
            TestClient listener = application.connect();
            RawClient client = RawClient.connect(application.engine(), "BridgeHandler");

            assertThat(client.ask("news")).startsWith("SIGNALR-2001: HubCallerContext");
            assertThat(listener.awaitReceived("raw")).containsExactly("news");
        }
    }

    @Test
    void shouldServeInTheFormatThatIsDeclared() {
        try (TestApplication application = TestApplication.of(OwnHandler.class, Journal.class)) {
            assertThat(application.engine().endpoints().get(0).settings().get(Options.TRANSPORTS))
                    .hasSize(2);
        }
    }

    @Test
    void shouldNotActivateClassesThatAreNoHandlers() {
        ConnectionHandlerActivator activator =
                new CdiConnectionHandlerActivator(Map.of(), new CallContexts(null, null, null));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> activator.activate(String.class, null))
                .withMessage("java.lang.String is not a connection handler of this application");
    }

    /** One for all. */
    @MapConnectionHandler({"/shared", "/also"})
    public static class SharedHandler implements ConnectionHandler {

        private final AtomicInteger calls = new AtomicInteger();

        @Inject
        Note note;

        @Override
        public CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) {
            return switch (new String(bytes, StandardCharsets.UTF_8)) {
                case "loader" ->
                    connection.send(
                            Thread.currentThread().getContextClassLoader().getName());
                case "elsewhere" ->
                    Elsewhere.call(() -> String.valueOf(note.next())).thenCompose(connection::send);
                default -> connection.send("call " + calls.incrementAndGet() + ", note " + note.next());
            };
        }
    }

    /** Counts within a request. */
    @RequestScoped
    public static class Note {

        private final AtomicInteger count = new AtomicInteger();

        public int next() {
            return count.incrementAndGet();
        }
    }

    /** One for each connection. */
    @MapConnectionHandler(value = "/own", name = "own", transferFormat = TransferFormat.BINARY)
    @ConnectionScoped
    public static class OwnHandler implements ConnectionHandler {

        private final AtomicInteger count = new AtomicInteger();

        @Inject
        Journal journal;

        @Override
        public CompletionStage<?> onConnected(ConnectionContext connection) {
            journal.add("joined " + connection.connectionId());
            return DONE;
        }

        @Override
        public CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) {
            return connection.send(String.valueOf(count.incrementAndGet()));
        }

        @Override
        public CompletionStage<?> onDisconnected(ConnectionContext connection, Disconnection disconnection) {
            journal.add("left " + connection.connectionId());
            return DONE;
        }

        @PreDestroy
        void destroyed() {
            journal.add("destroyed " + count.get());
        }
    }

    /** Passes on to a hub's clients. */
    @MapConnectionHandler("/bridge")
    public static class BridgeHandler implements ConnectionHandler {

        @Inject
        HubContext<ListenerHub> hub;

        @Inject
        HubCallerContext nobody;

        @Override
        public CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) {
            hub.clients().all().send("raw", new String(bytes, StandardCharsets.UTF_8));
            try {
                return connection.send(nobody.connectionId());
            } catch (IllegalStateException noCall) {
                return connection.send(String.valueOf(noCall.getMessage()));
            }
        }
    }

    /** Has clients. */
    @Hub("/listener")
    public static class ListenerHub {}
}
