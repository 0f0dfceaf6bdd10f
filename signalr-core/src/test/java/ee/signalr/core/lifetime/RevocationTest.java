// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import static ee.signalr.core.test.TestClient.error;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ee.signalr.HubConnections;
import ee.signalr.HubConnections.Reconnect;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.TestClient;
import ee.signalr.core.test.TestServer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that are ended, and roles that are taken away, from outside a hub. */
class RevocationTest {

    private static final SecurityRequirement CLERKS = SecurityRequirement.roles(Set.of("clerk"));

    private final TestServer server = new TestServer(new OfficeHub())
            .requiring("sign", SecurityRequirement.roles(Set.of("chief")))
            .requiring(CLERKS);
    private final TestClient ann = server.connectedAs(Origins.identity("ann", "clerk", "chief"));
    private final TestClient annToo = server.connectedAs(Origins.identity("ann", "clerk", "chief"));
    private final TestClient bob = server.connectedAs(Origins.identity("bob", "clerk"));

    @AfterEach
    void stop() {
        server.close();
    }

    private HubConnections connections() {
        return server.context().connections();
    }

    private static void expectEnd(TestClient client, String farewell) {
        assertThat(client.news()).containsExactly(farewell);
        assertThat(client.isClosed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ALLOWED | {\"type\":7,\"allowReconnect\":true}", "FORBIDDEN | {\"type\":7}"})
    void shouldCloseOneConnection(Reconnect reconnect, String farewell) {
        connections().close(ann.id(), reconnect);
        server.run();

        expectEnd(ann, farewell);
        assertThat(annToo.isClosed()).isFalse();
        assertThat(server.lifetime().size()).isEqualTo(2);
    }

    @Test
    void shouldCloseAllConnectionsOfAUser() {
        connections().closeUser("ann", Reconnect.ALLOWED);
        connections().closeUser("ann", Reconnect.FORBIDDEN);
        server.run();

        expectEnd(ann, "{\"type\":7,\"allowReconnect\":true}");
        expectEnd(annToo, "{\"type\":7,\"allowReconnect\":true}");
        assertThat(bob.call("1", "look").news()).containsExactly(result("1", "\"done\""));
    }

    @Test
    void shouldCloseAllConnectionsOfAGroup() {
        server.context().groups().add(annToo.id(), "night shift");
        server.context().groups().add(bob.id(), "night shift");

        connections().closeGroup("night shift", Reconnect.FORBIDDEN);
        server.run();

        assertThat(ann.isClosed()).isFalse();
        expectEnd(annToo, "{\"type\":7}");
        expectEnd(bob, "{\"type\":7}");
        assertThat(server.lifetime().groupCount()).isZero();
    }

    @Test
    void shouldDoNothingWhereThereIsNobody() {
        assertThat(connections().close("nobody", Reconnect.ALLOWED)).isCompleted();
        assertThat(connections().closeUser("nobody", Reconnect.ALLOWED)).isCompleted();
        assertThat(connections().closeGroup("nobody", Reconnect.ALLOWED)).isCompleted();
        assertThat(connections().recheckRoles("nobody", Set.of())).isCompleted();
        assertThatIllegalArgumentException().isThrownBy(() -> connections().closeGroup("", Reconnect.ALLOWED));

        assertThat(ann.news()).isEmpty();
    }

    @Test
    void shouldCheckCallsAgainstTheRolesThatAreLeft() {
        assertThat(ann.call("1", "sign").news()).containsExactly(result("1", "\"done\""));

        connections().recheckRoles("ann", Set.of("clerk"));

        String refused = "Failed to invoke 'sign' because user is unauthorized";
        assertThat(ann.call("2", "sign").news()).containsExactly(error("2", refused));
        assertThat(annToo.call("2", "sign").news()).containsExactly(error("2", refused));
        assertThat(ann.isClosed()).isFalse();
    }

    @Test
    void shouldNotTakeRolesThatWereTakenAwayFromALaterRequest() {
        connections().recheckRoles("ann", Set.of("clerk"));

        ann.connection().owner().renew(Origins.identity("ann", "clerk", "chief"));
        assertThat(ann.connection().caller().roles()).containsExactly("clerk");

        ann.connection().refresh(Origins.identity("ann", "clerk", "chief"), TransportOrigin.NO_CONTEXT);
        assertThat(ann.connection().caller().roles()).containsExactlyInAnyOrder("clerk", "chief");
    }

    @Test
    void shouldCloseWhomTheHubIsNotForAnyMore() {
        connections().recheckRoles("ann", Set.of("guest"));
        server.run();

        expectEnd(ann, "{\"type\":7}");
        expectEnd(annToo, "{\"type\":7}");
        assertThat(bob.isClosed()).isFalse();
    }

    /** Whoever is a clerk is in. */
    static final class OfficeHub {

        public String look() {
            return "done";
        }

        public String sign() {
            return "done";
        }
    }
}
