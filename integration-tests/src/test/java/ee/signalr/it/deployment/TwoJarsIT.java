// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.msgpack.Packed;
import ee.signalr.it.msgpack.PackedFrames;
import ee.signalr.it.server.BuildFiles;
import ee.signalr.it.wire.HubSocket;
import ee.signalr.it.wire.Incoming;
import ee.signalr.it.wire.RawWebSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR of one hub class, and in WEB-INF/lib the one jar and that of MessagePack alone. */
@ExtendWith(ArquillianExtension.class)
class TwoJarsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.of("twojars.war", GreeterHub.class)
                .addAsLibrary(BuildFiles.messagePackJar().toFile(), "signalr-messagepack.jar");
    }

    @Test
    void shouldSpeakMessagePack(@ArquillianResource URI base) {
        try (RawWebSocket socket = RawWebSocket.open(base.getPort(), Wars.path(base, "/greeter"))) {
            socket.text("{\"protocol\":\"messagepack\",\"version\":1}" + HubSocket.RECORD_SEPARATOR);
            assertThat(next(socket).text()).isEqualTo("{}" + HubSocket.RECORD_SEPARATOR);
            socket.binary(PackedFrames.frame(Packed.array(1, Map.of(), "1", "Greet", List.of("you"))));
            byte[] answer = PackedFrames.split(next(socket).bytes()).get(0);
            assertThat(Packed.read(answer)).hasToString("[3,{},\"1\",3,\"Hello you\"]");
        }
    }

    private static Incoming.Message next(RawWebSocket socket) {
        return (Incoming.Message) socket.next(LIMIT).orElseThrow();
    }

    @Test
    void shouldStillSpeakJson(@ArquillianResource URI base) {
        try (HubSocket socket = HubSocket.open(base.getPort(), Wars.path(base, "/greeter"))) {
            assertThat(socket.invoke("Greet", Wars.text("you")).getString("result"))
                    .isEqualTo("Hello you");
        }
    }
}
