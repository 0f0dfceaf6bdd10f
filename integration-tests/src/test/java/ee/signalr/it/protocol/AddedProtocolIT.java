// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.deployment.GreeterHub;
import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR whose bean is a third hub protocol, beside JSON. */
@ExtendWith(ArquillianExtension.class)
class AddedProtocolIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String HANDSHAKE = "{\"protocol\":\"lines\",\"version\":1}" + HubSocket.RECORD_SEPARATOR;

    private final StringBuilder received = new StringBuilder();

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, "lines.war")
                .addAsLibrary(BuildFiles.signalrJar().toFile(), "signalr.jar")
                .addClasses(GreeterHub.class, LineFormat.class, LineProtocol.class);
    }

    @Test
    void shouldSpeakTheProtocolOfTheApplication(@ArquillianResource URI base) {
        try (RawWebSocket socket = open(base)) {
            socket.text("call 1 Greet you\ncall 2 Nope\n");
            assertThat(line(socket)).isEqualTo("done 1 Hello you");
            assertThat(line(socket))
                    .startsWith("failed 2 Failed to invoke 'Nope'")
                    .endsWith("Method does not exist.");
        }
    }

    @Test
    void shouldSendToClientsInTheirOwnProtocols(@ArquillianResource URI base) {
        try (RawWebSocket lines = open(base);
                HubSocket json = HubSocket.open(base.getPort(), path(base))) {
            lines.text("call 1 TellAll hello\n");
            assertThat(line(lines)).isEqualTo("call hear hello");
            assertThat(line(lines)).isEqualTo("done 1 null");
            JsonObject heard = json.next();
            assertThat(heard.getString("target")).isEqualTo("hear");
            assertThat(heard.getJsonArray("arguments")).containsExactly(Json.createValue("hello"));
        }
    }

    @Test
    void shouldCloseOnWhatTheProtocolRefuses(@ArquillianResource URI base) {
        try (RawWebSocket socket = open(base)) {
            socket.text("\n");
            assertThat(line(socket)).isEqualTo("CLOSE");
            assertThat(socket.end(LIMIT)).isEqualTo(1000);
        }
    }

    private RawWebSocket open(URI base) {
        RawWebSocket socket = RawWebSocket.open(base.getPort(), path(base));
        socket.text(HANDSHAKE);
        Incoming.Message answer = (Incoming.Message) socket.next(LIMIT).orElseThrow();
        assertThat(answer.text()).isEqualTo("{}" + HubSocket.RECORD_SEPARATOR);
        return socket;
    }

    private static String path(URI base) {
        return base.getPath().replaceFirst("/$", "") + "/greeter";
    }

    /** The next line; several may come in one frame. */
    private String line(RawWebSocket socket) {
        while (received.indexOf("\n") < 0) {
            received.append(((Incoming.Message) socket.next(LIMIT).orElseThrow()).text());
        }
        String line = received.substring(0, received.indexOf("\n"));
        received.delete(0, line.length() + 1);
        return line;
    }
}
