// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.WebSocketSending;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.servlet.fakes.Fake;
import jakarta.websocket.Session;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAdapterTest {

    private final Map<String, Object> set = new HashMap<>();
    private final Session session = Fake.of(Session.class)
            .on("setMaxTextMessageBufferSize", call -> set.put("text", call[0]))
            .on("setMaxBinaryMessageBufferSize", call -> set.put("binary", call[0]))
            .make();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.openliberty.wsoc.servercontainer21.ServerContainerExt21",
                "com.ibm.ws.wsoc.servercontainer.ServerContainerExt"
            })
    void shouldLimitFramesOnLiberty(String container) {
        Settings settings = Settings.defaults().with(Options.WEBSOCKET_MAX_FRAME_SIZE, 70_000);

        ServerAdapter.of(container, settings).prepare(session);

        assertThat(set).containsEntry("text", 70_000).containsEntry("binary", 70_000);
    }

    @ParameterizedTest
    @CsvSource({
        "io.openliberty.wsoc.servercontainer21.ServerContainerExt21, WORKER",
        "com.ibm.ws.wsoc.servercontainer.ServerContainerExt, WORKER",
        "org.apache.tomcat.websocket.server.WsServerContainer, WORKER",
        "io.undertow.websockets.jsr.ServerWebSocketContainer, ASYNCHRONOUS",
        "org.eclipse.jetty.ee10.websocket.jakarta.server.JakartaWebSocketServerContainer, ASYNCHRONOUS",
        "org.glassfish.tyrus.servlet.TyrusServerContainer, WORKER"
    })
    void shouldSendAsIsBestOnTheServer(String container, WebSocketSending best) {
        ServerAdapter adapter = ServerAdapter.of(container, Settings.defaults());

        assertThat(adapter.sending(Settings.defaults())).isEqualTo(best);
        assertThat(adapter.sending(Settings.defaults().with(Options.WEBSOCKET_SENDING, WebSocketSending.ASYNCHRONOUS)))
                .isEqualTo(WebSocketSending.ASYNCHRONOUS);
    }

    @Test
    void shouldSendAsTheApplicationSays() {
        ServerAdapter adapter = ServerAdapter.of("org.example.Container", Settings.defaults());
        Settings chosen = Settings.defaults().with(Options.WEBSOCKET_SENDING, WebSocketSending.CALLER);

        assertThat(adapter.sending(chosen)).isEqualTo(WebSocketSending.CALLER);
        assertThat(adapter.sending(Settings.defaults())).isEqualTo(WebSocketSending.ASYNCHRONOUS);
    }

    @Test
    void shouldLeaveBuffersAloneElsewhere() {
        ServerAdapter.of("io.undertow.websockets.jsr.ServerWebSocketContainer", Settings.defaults())
                .prepare(session);

        assertThat(set).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "io.undertow.websockets.jsr.ServerWebSocketContainer, true",
        "org.glassfish.tyrus.server.TyrusServerContainer, true",
        "io.openliberty.wsoc.servercontainer21.ServerContainerExt21, false",
        "org.apache.tomcat.websocket.server.WsServerContainer, false"
    })
    void shouldKnowWhereClientsAreToCloseFirst(String container, boolean first) {
        assertThat(ServerAdapter.of(container, Settings.defaults()).clientClosesFirst())
                .isEqualTo(first);
    }
}
