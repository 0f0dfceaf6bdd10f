// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.ConnectionScoped;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.TypedHubCallerClients;
import ee.signalr.TypedHubContext;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedClientsWeldTest {

    private static final int OWN = 0;
    private static final int PER_CONNECTION = 1;
    private static final int SHARED = 2;

    private TestApplication application;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(
                AOwnHub.class, BConnectionHub.class, CSharedHub.class, Helper.class, Outside.class, Cart.class);
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {OWN, PER_CONNECTION, SHARED})
    void shouldSendAndAskThroughAnInterface(int hub) {
        TestClient client = connect(hub);

        assertThat(client.call("introduce")).isEqualTo("I am ann");
        assertThat(client.awaitReceived("welcome")).containsExactly("I am ann");
    }

    @ParameterizedTest
    @ValueSource(ints = {OWN, PER_CONNECTION, SHARED})
    void shouldAskThroughTheClientsThemselves(int hub) {
        assertThat(connect(hub).call("untyped")).isEqualTo("I am ann");
    }

    @Test
    void shouldTellCallersOfOneSharedHubApart() {
        TestClient ann = connect(SHARED);
        TestClient bob = application.connect(SHARED);
        bob.answer("name", any -> "bob");

        assertThat(bob.call("introduce")).isEqualTo("I am bob");
        assertThat(ann.call("introduce")).isEqualTo("I am ann");
        assertThat(ann.received("welcome")).containsExactly("I am ann");
    }

    @Test
    void shouldFollowTheCallWhereverItIsInjected() {
        TestClient client = connect(OWN);

        assertThat(client.call("byHelper")).isEqualTo("I am ann");
        assertThat(client.call("byProvider")).isEqualTo("I am ann");
        assertThat(client.call("elsewhere")).isEqualTo("I am ann");
        assertThatThrownBy(() -> application
                        .container()
                        .select(new TypeLiteral<TypedHubCallerClients<Chat>>() {})
                        .get()
                        .caller())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("SIGNALR-2001: HubCallerClients");
    }

    @Test
    void shouldAnswerACallThatTheCallerMakesBeforeItAnswers() {
        TestClient client = connect(OWN);
        client.answer("name", any -> client.call("nickname"));

        assertThat(client.call("introduce")).isEqualTo("I am nick");
    }

    @Test
    void shouldReachAndAskTheClientsOfAHubFromOutside() {
        TestClient client = connect(OWN);
        // Others can reach it a moment after its handshake is answered; its calls wait for that.
        client.call("nickname");

        assertThat(TestClient.await(
                        application.get(Outside.class).ask(client.id()).toCompletableFuture()))
                .isEqualTo("I am ann");
        application.get(Outside.class).welcomeAll();
        assertThat(client.awaitReceived("welcome")).containsExactly("everybody");
        assertThat(application.container().select(Cart.class).isResolvable()).isTrue();
    }

    private TestClient connect(int hub) {
        TestClient client = application.connect(hub);
        client.answer("name", prefix -> prefix + "ann");
        return client;
    }

    /** The clients. */
    public interface Chat {

        void welcome(String text);

        CompletionStage<String> name(String prefix);
    }

    /** What all hubs do. */
    public abstract static class Introducing {

        abstract TypedHubCallerClients<Chat> clients();

        abstract HubCallerClients untypedClients();

        public CompletionStage<String> introduce() {
            TypedHubCallerClients<Chat> clients = clients();
            // Asked for during the call: where the hub is shared, nothing is bound to the thread later.
            Chat caller = clients.caller();
            return caller.name("").thenApply(name -> {
                String text = "I am " + name;
                caller.welcome(text);
                return text;
            });
        }

        public CompletionStage<String> untyped() {
            return untypedClients().caller().invoke(String.class, "name", "I am ");
        }

        public String nickname() {
            return "nick";
        }
    }

    /** An instance for every call. */
    @Hub("/own")
    public static class AOwnHub extends Introducing {

        @Inject
        TypedHubCallerClients<Chat> clients;

        @Inject
        HubCallerClients untyped;

        @Inject
        Helper helper;

        @Inject
        Instance<TypedHubCallerClients<Chat>> provided;

        @Override
        TypedHubCallerClients<Chat> clients() {
            return clients;
        }

        @Override
        HubCallerClients untypedClients() {
            return untyped;
        }

        public CompletionStage<String> byHelper() {
            return helper.clients.caller().name("I am ");
        }

        public CompletionStage<String> byProvider() {
            return provided.get().caller().name("I am ");
        }

        public CompletionStage<String> elsewhere() {
            return Elsewhere.call(
                    () -> clients.caller().name("I am ").toCompletableFuture().join());
        }
    }

    /** An instance for every connection. */
    @Hub("/connection")
    @ConnectionScoped
    public static class BConnectionHub extends Introducing {

        @Inject
        TypedHubCallerClients<Chat> clients;

        @Inject
        HubCallerClients untyped;

        @Override
        TypedHubCallerClients<Chat> clients() {
            return clients;
        }

        @Override
        HubCallerClients untypedClients() {
            return untyped;
        }
    }

    /** One instance for all. */
    @Hub("/shared")
    @ApplicationScoped
    public static class CSharedHub extends Introducing {

        @Inject
        TypedHubCallerClients<Chat> clients;

        @Inject
        HubCallerClients untyped;

        @Override
        TypedHubCallerClients<Chat> clients() {
            return clients;
        }

        @Override
        HubCallerClients untypedClients() {
            return untyped;
        }
    }

    /** Helps a hub. */
    @Dependent
    public static class Helper {

        @Inject
        TypedHubCallerClients<Chat> clients;
    }

    /** Anybody outside of the hubs. */
    @ApplicationScoped
    public static class Outside {

        @Inject
        TypedHubContext<AOwnHub, Chat> hub;

        public CompletionStage<String> ask(String id) {
            return hub.clients().client(id).name("I am ");
        }

        public void welcomeAll() {
            hub.clients().all().welcome("everybody");
        }
    }

    /** Somebody's session. */
    @SessionScoped
    public static class Cart implements Serializable {

        private static final long serialVersionUID = 1L;

        @Inject
        @SuppressWarnings("serial") // a client proxy, which is serializable
        TypedHubContext<AOwnHub, Chat> hub;
    }
}
