// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.Application;
import ee.signalr.it.server.LibertyServer;
import ee.signalr.it.server.ServerLayout;
import ee.signalr.it.server.SuiteWar;
import ee.signalr.it.wire.HubSocket;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a server without MicroProfile, options come from the context parameters of a web.xml, even of one that is complete. */
class ContextParametersIT {

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
              <context-param>
                <param-name>signalr.enable-detailed-errors</param-name>
                <param-value>true</param-value>
              </context-param>
              <context-param>
                <param-name>signalr.hub.GreeterHub.maximum-receive-message-size</param-name>
                <param-value>1000</param-value>
              </context-param>
            </web-app>
            """;

    private static LibertyServer server;

    @BeforeAll
    static void start() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "parameters.war")
                .addClass(GreeterHub.class)
                .addAsWebInfResource(new StringAsset(WEB_XML), "web.xml");
        Path file = SuiteWar.export(war);
        server = LibertyServer.start(ServerLayout.plain("plain", "-Xmx256m")
                .with(new Application(file, "/parameters"))
                .readyAt("/parameters/greeter"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void shouldHoldForAllHubs() {
        try (HubSocket socket = HubSocket.open(server.port(), "/parameters/greeter")) {
            assertThat(Wars.error(socket.invoke("fail"))).endsWith("IllegalArgumentException: detail");
        }
    }

    @Test
    void shouldHoldForASingleHub() {
        try (HubSocket socket = HubSocket.open(server.port(), "/parameters/greeter")) {
            socket.call("greet", Wars.text("x".repeat(1000)));
            JsonObject close = socket.next();
            assertThat(close.getInt("type")).isEqualTo(7);
            assertThat(close.getString("error")).contains("The maximum message size of 1000B was exceeded.");
        }
    }

    @Test
    void shouldNotBeWarnedAboutMissingMicroProfile() {
        assertThat(server.log()).contains("ee.signalr");
        assertThat(MicroProfileWarnings.in(server.log())).isEmpty();
    }
}
