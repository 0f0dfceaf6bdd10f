// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.wire.HttpCall;
import ee.signalr.it.wire.HttpReply;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.JsonObject;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Options by MicroProfile Config: for all hubs, for one, and of the application. */
@ExtendWith(ArquillianExtension.class)
class ConfigurationIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.configured(
                Wars.of("configured.war", GreeterHub.class, QuietHub.class),
                "signalr.enable-detailed-errors=true",
                "signalr.hub.QuietHub.enable-detailed-errors=false",
                "signalr.hub.GreeterHub.maximum-receive-message-size=1000",
                "signalr.hub.QuietHub.transports=ServerSentEvents,LongPolling",
                "signalr.case-insensitive-paths=true");
    }

    @Test
    void shouldHoldForAllHubs(@ArquillianResource URI base) {
        try (HubSocket socket = HubSocket.open(base.getPort(), Wars.path(base, "/greeter"))) {
            assertThat(Wars.error(socket.invoke("fail")))
                    .isEqualTo("An unexpected error occurred invoking 'fail' on the server."
                            + " IllegalArgumentException: detail");
        }
    }

    @Test
    void shouldHoldForASingleHub(@ArquillianResource URI base) {
        try (HubSocket socket = HubSocket.open(base.getPort(), Wars.path(base, "/greeter"))) {
            socket.call("greet", Wars.text("x".repeat(1000)));
            JsonObject close = socket.next();
            assertThat(close.getInt("type")).isEqualTo(7);
            assertThat(close.getString("error")).contains("The maximum message size of 1000B was exceeded.");
        }
        String offered = negotiate(base, "/quiet").text();
        assertThat(Meaning.read(offered).asJsonObject().getJsonArray("availableTransports"))
                .hasSize(2);
    }

    @Test
    void shouldMatchPathsIgnoringCase(@ArquillianResource URI base) {
        assertThat(negotiate(base, "/GREETER").code()).isEqualTo(200);
        try (HubSocket socket = HubSocket.open(base.getPort(), Wars.path(base, "/Greeter"))) {
            assertThat(socket.invoke("greet", Wars.text("YOU")).getString("result"))
                    .isEqualTo("Hello YOU");
        }
    }

    private static HttpReply negotiate(URI base, String hub) {
        return HttpCall.exchange(base.getPort(), "POST", Wars.path(base, hub) + "/negotiate?negotiateVersion=1", "");
    }
}
