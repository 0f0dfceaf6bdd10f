// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.error;
import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.notification;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.CallRefusedException.Reason;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubInvocationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what, as far as the engine decides it: before there is a hub. */
class RolesTest {

    private static final SecurityRequirement COOKS = SecurityRequirement.roles(Set.of("cook"));

    private final KitchenHub hub = new KitchenHub();
    private final TestServer server = new TestServer(hub)
            .requiring("cook", COOKS)
            .requiring("dishes", COOKS)
            .requiring("eat", SecurityRequirement.roles(Set.of("**")))
            .requiring("enter", SecurityRequirement.PERMIT_ALL)
            .requiring("burn", SecurityRequirement.DENY_ALL);

    @AfterEach
    void stop() {
        server.close();
    }

    private static String unauthorized(String method) {
        return "Failed to invoke '" + method + "' because user is unauthorized";
    }

    private static CallerIdentity caller(String name) {
        return switch (name) {
            case "cook" -> Origins.identity("ann", "cook");
            case "guest" -> Origins.identity("bob", "guest");
            default -> CallerIdentity.ANONYMOUS;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "cook,  cook,  true", "guest, cook,  false", "nobody, cook,  false",
        "cook,  eat,   true", "guest, eat,   true", "nobody, eat,   false",
        "cook,  enter, true", "guest, enter, true", "nobody, enter, true",
        "cook,  look,  true", "guest, look,  true", "nobody, look,  true",
        "cook,  burn,  false", "guest, burn, false", "nobody, burn,  false"
    })
    void shouldLetThroughWhoeverMay(String name, String method, boolean permitted) {
        TestClient client = server.connectedAs(caller(name));
        int before = server.activator().activated();

        client.call("1", method).call("2", "look");

        assertThat(client.news())
                .containsExactly(
                        permitted ? result("1", "\"done\"") : error("1", unauthorized(method)),
                        result("2", "\"done\""));
        assertThat(server.activator().activated() - before).isEqualTo(permitted ? 2 : 1);
    }

    @Test
    void shouldRefuseStreamsToo() {
        TestClient client = server.connectedAs(caller("guest")).stream("1", "dishes");

        assertThat(client.news()).containsExactly(error("1", unauthorized("dishes")));
        assertThat(server.connectedAs(caller("cook")).stream("1", "dishes").news())
                .hasSize(2);
    }

    @Test
    void shouldAnswerInTheOrderOfTheReference() {
        TestClient client = server.connectedAs(caller("guest"));
        client.call("1", "cook", "1").call("2", "dishes").stream("3", "cook").call("4", "Cook");

        assertThat(client.news())
                .containsExactly(
                        error("1", "Failed to invoke 'cook' due to an error on the server."),
                        error("2", unauthorized("dishes")),
                        error("3", unauthorized("cook")),
                        error("4", unauthorized("Cook")));
    }

    @Test
    void shouldAnswerNothingWhereNoAnswerIsWanted() {
        TestClient client = server.connectedAs(caller("guest"));
        client.say(notification("cook"), invocation("1", "look"));
        server.run();

        assertThat(client.news()).containsExactly(result("1", "\"done\""));
    }

    @Test
    void shouldShowFiltersWhatIsRefused() {
        List<Reason> seen = new ArrayList<>();
        server.filteredBy(new HubFilter() {
            @Override
            public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
                return next.proceed().whenComplete((any, failure) -> {
                    if (failure instanceof CallRefusedException refused) {
                        seen.add(refused.reason());
                    }
                });
            }
        });

        TestClient client = server.connectedAs(caller("guest")).call("1", "cook");

        assertThat(client.news()).containsExactly(error("1", unauthorized("cook")));
        assertThat(seen).containsExactly(Reason.UNAUTHORIZED);
    }

    @Test
    void shouldNotAcceptWhomTheCallbackOfNewConnectionsIsNotFor() {
        server.requiring("joined", COOKS);
        TestClient refused = server.connectedAs(caller("guest"));

        assertThat(refused.news())
                .containsExactly(
                        "{\"type\":7,\"error\":\"Connection closed with an error. HubException: The user is unauthorized.\"}");
        assertThat(refused.isClosed()).isTrue();
        assertThat(hub.joined).isZero();

        assertThat(server.connectedAs(caller("cook")).isClosed()).isFalse();
        assertThat(hub.joined).isOne();
    }

    @Test
    void shouldNotRunTheCallbackOfEndedConnectionsForOthers() {
        server.requiring("left", COOKS);
        server.connectedAs(caller("guest")).vanish();
        assertThat(hub.left).isZero();

        server.connectedAs(caller("cook")).vanish();
        assertThat(hub.left).isOne();
    }

    /** Some methods are for cooks. */
    static final class KitchenHub {

        private int joined;
        private int left;

        public String cook() {
            return "done";
        }

        public Stream<String> dishes() {
            return Stream.of("soup");
        }

        public String eat() {
            return "done";
        }

        public String enter() {
            return "done";
        }

        public String look() {
            return "done";
        }

        public String burn() {
            return "done";
        }

        @OnConnected
        void joined() {
            joined++;
        }

        @OnDisconnected
        void left() {
            left++;
        }
    }
}
