// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawClient;
import ee.signalr.core.test.RawServer;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Authentications that expire, and that clients refresh in time. */
class AuthenticationTest {

    private static final String COME_BACK = "{\"type\":7,\"allowReconnect\":true}";

    private final OfficeHub hub = new OfficeHub();
    private final TestServer server = new TestServer(hub)
            .with(Options.CLOSE_ON_AUTHENTICATION_EXPIRATION, true)
            .with(Options.ENABLE_AUTHENTICATION_REFRESH, true);

    @AfterEach
    void stop() {
        server.close();
    }

    // ---- expiry

    @ParameterizedTest
    @EnumSource(TransportType.class)
    void shouldCloseAConnectionWhoseAuthenticationHasExpired(TransportType type) {
        TestClient client = server.connectedAs(server.lasting(Duration.ofSeconds(5), "ann"), type);
        server.pass(Duration.ofSeconds(4));
        assertThat(client.isClosed()).isFalse();

        server.pass(Duration.ofSeconds(2));

        assertThat(client.news()).contains(COME_BACK);
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void shouldNotCloseWhereThatIsNotWanted() {
        server.with(Options.CLOSE_ON_AUTHENTICATION_EXPIRATION, false);
        TestClient client = server.connectedAs(server.lasting(Duration.ofSeconds(1), "ann"));
        server.pass(Duration.ofSeconds(60));

        assertThat(client.isClosed()).isFalse();
    }

    @Test
    void shouldNotCloseWhatIsKnownToLast() {
        TestClient forEver = server.connectedAs("ann");
        TestClient renewed = server.connectedAs(server.lasting(Duration.ofSeconds(5), "bob"));
        server.pass(Duration.ofSeconds(4));
        renewed.connection().owner().renew(server.lasting(Duration.ofSeconds(60), "bob"));
        server.pass(Duration.ofSeconds(30));

        assertThat(forEver.isClosed()).isFalse();
        assertThat(renewed.isClosed()).isFalse();
    }

    @Test
    void shouldForgetWhoeverHasOnlyNegotiatedWhenThatExpires() {
        TestClient client = server.connectedAs(server.lasting(Duration.ofSeconds(1), "ann"));
        server.pass(Duration.ofSeconds(3));

        assertThat(server.connections().find(client.connection().token(), server.endpoint()))
                .isEmpty();
    }

    @Test
    void shouldCloseRawConnectionsToo() {
        RawServer raw = new RawServer().with(Options.CLOSE_ON_AUTHENTICATION_EXPIRATION, true);
        RawClient client = raw.connect();
        raw.executor().runAll();
        client.connection().owner().renew(new CallerIdentity(null, Set.of(), Instant.EPOCH));

        raw.pass(Duration.ofSeconds(2));

        assertThat(client.connection().takesInput()).isFalse();
    }

    // ---- refresh

    private void refresh(TestClient client, CallerIdentity identity) {
        client.connection().refresh(identity, TransportOrigin.NO_CONTEXT);
        server.run();
    }

    @Test
    void shouldTellTheHubOfANewAuthentication() {
        TestClient client = server.connectedAs(server.lasting(Duration.ofSeconds(5), "ann", "clerk"));

        refresh(client, server.lasting(Duration.ofSeconds(60), "ann", "chief"));
        server.pass(Duration.ofSeconds(30));

        assertThat(client.news()).contains("{\"type\":1,\"target\":\"refreshed\",\"arguments\":[\"ann [chief]\"]}");
        assertThat(client.isClosed()).isFalse();
        assertThat(client.call("1", "who").news()).contains(result("1", "\"ann [chief]\""));
    }

    @Test
    void shouldTellTheHubInItsTurnAndShowRunningCallsWhatWasBefore() {
        TestClient client = server.connectedAs(Origins.identity("ann", "clerk"));
        client.call("1", "whoLater");

        refresh(client, Origins.identity("ann", "chief"));
        client.say(invocation("2", "who"));
        server.run();
        assertThat(client.news()).as("the call before has not ended").isEmpty();

        hub.go.complete(null);
        server.run();

        assertThat(client.news())
                .containsExactly(
                        result("1", "\"ann [clerk]\""),
                        "{\"type\":1,\"target\":\"refreshed\",\"arguments\":[\"ann [chief]\"]}",
                        result("2", "\"ann [chief]\""));
    }

    @Test
    void shouldKeepTheUserIdentifier() {
        server.identifying(context -> "id of " + context.roles());
        TestClient client = server.connectedAs(Origins.identity("ann", "clerk"));

        refresh(client, Origins.identity("ann", "chief"));

        assertThat(client.call("1", "identifier").news()).contains(result("1", "\"id of [clerk]\""));
        server.context().clients().user("id of [clerk]").send("hello");
        assertThat(client.news()).hasSize(1);
    }

    @Test
    void shouldRefuseAnotherUser() {
        TestClient client = server.connectedAs(Origins.identity("ann", "clerk"));

        assertThatIllegalArgumentException().isThrownBy(() -> refresh(client, Origins.identity("bob", "clerk")));
        assertThatIllegalArgumentException().isThrownBy(() -> refresh(client, CallerIdentity.ANONYMOUS));

        assertThat(client.call("1", "who").news()).containsExactly(result("1", "\"ann [clerk]\""));
    }

    @Test
    void shouldSurviveACallbackThatFails() {
        TestClient client = server.connectedAs(Origins.identity("ann"));
        hub.failing = true;

        refresh(client, Origins.identity("ann", "chief"));

        assertThat(client.call("1", "who").news()).containsExactly(result("1", "\"ann [chief]\""));
    }

    /** Tells who is calling. */
    static final class OfficeHub {

        private final CompletableFuture<Void> go = new CompletableFuture<>();
        private boolean failing;

        public String who(HubCallerContext caller) {
            return caller.principal().map(Principal::getName).orElse("nobody") + " " + new TreeSet<>(caller.roles());
        }

        public CompletionStage<String> whoLater(HubCallerContext caller) {
            return go.thenApply(any -> who(caller));
        }

        public String identifier(HubCallerContext caller) {
            return caller.userIdentifier().orElse("none");
        }

        @OnAuthenticationRefreshed
        void refreshed(HubCallerContext caller, HubCallerClients clients) {
            if (failing) {
                throw new IllegalStateException("as asked");
            }
            clients.caller().send("refreshed", who(caller));
        }
    }
}
