// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HubSocket;
import java.net.URI;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications with the one jar each, and the same hub: they never see each other. */
@ExtendWith(ArquillianExtension.class)
class TwoApplicationsIT {

    @ArquillianResource
    @OperateOnDeployment("left")
    private URI left;

    @ArquillianResource
    @OperateOnDeployment("right")
    private URI right;

    @Deployment(name = "left", order = 1, testable = false)
    static WebArchive left() {
        return Wars.configured(Wars.of("left.war", GreeterHub.class), "signalr.enable-detailed-errors=true");
    }

    @Deployment(name = "right", order = 2, testable = false)
    static WebArchive right() {
        return Wars.of("right.war", GreeterHub.class);
    }

    private static HubSocket open(URI base) {
        return HubSocket.open(base.getPort(), Wars.path(base, "/greeter"));
    }

    @Test
    void shouldKeepGroupsAndConnectionsApart() {
        try (HubSocket onTheLeft = open(left);
                HubSocket onTheRight = open(right)) {
            onTheLeft.invoke("join", Wars.text("same"));
            onTheRight.invoke("join", Wars.text("same"));
            String leftId = onTheLeft.invoke("whoAmI").getString("result");

            onTheRight.invoke("tell", Wars.text(leftId), Wars.text("by id"));
            onTheLeft.send("tellAll", Wars.text("all"));
            onTheLeft.send("tellGroup", Wars.text("same"), Wars.text("group"));

            assertThat(heard(onTheLeft)).isEqualTo("all");
            assertThat(heard(onTheLeft)).isEqualTo("group");
            assertThat(onTheRight.next(Duration.ofMillis(300))).isEmpty();
        }
    }

    private static String heard(HubSocket socket) {
        return socket.next().getJsonArray("arguments").getString(0);
    }

    @Test
    void shouldNotKnowEachOthersTokens() {
        String negotiated = HttpCall.exchange(
                        left.getPort(), "POST", Wars.path(left, "/greeter/negotiate?negotiateVersion=1"), "")
                .text();
        String token = Meaning.read(negotiated).asJsonObject().getString("connectionToken");
        String query = "/greeter?id=" + token;
        assertThat(HttpCall.exchange(right.getPort(), "GET", Wars.path(right, query), "")
                        .code())
                .isEqualTo(404);
        assertThat(HttpCall.exchange(left.getPort(), "GET", Wars.path(left, query), "")
                        .code())
                .isEqualTo(200);
    }

    @Test
    void shouldHaveOptionsOfTheirOwn() {
        try (HubSocket onTheLeft = open(left);
                HubSocket onTheRight = open(right)) {
            assertThat(Wars.error(onTheLeft.invoke("fail"))).endsWith("IllegalArgumentException: detail");
            assertThat(Wars.error(onTheRight.invoke("fail"))).endsWith("on the server.");
        }
    }
}
