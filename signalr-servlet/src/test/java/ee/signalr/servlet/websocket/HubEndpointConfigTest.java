// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.servlet.fakes.Fake;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubEndpointConfigTest {

    private final WebSocketFixture fixture = WebSocketFixture.create();
    private final ServerEndpointConfig config = configOfAnUpgrade();

    private ServerEndpointConfig configOfAnUpgrade() {
        fixture.upgrade();
        return fixture.server().upgrades().get(0);
    }

    @Test
    void shouldAgreeOnNoSubProtocolByDefaultAndOnNoExtension() {
        Extension deflate = Fake.of(Extension.class)
                .on("getName", call -> "permessage-deflate")
                .on("getParameters", call -> List.of())
                .make();

        assertThat(config.getConfigurator().getNegotiatedSubprotocol(List.of("a"), List.of("a", "b")))
                .isEmpty();
        assertThat(config.getConfigurator().getNegotiatedExtensions(List.of(deflate), List.of(deflate)))
                .isEmpty();
        assertThat(config.getSubprotocols()).isEmpty();
        assertThat(config.getExtensions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"v1 v2,v2", "other v1,v1", "other,''", "V1,''"})
    void shouldAgreeOnTheSubProtocolThatIsPreferredOfThoseOffered(String offered, String agreed) {
        WebSocketFixture speaking =
                WebSocketFixture.with(Settings.defaults().with(Options.WEBSOCKET_SUB_PROTOCOLS, List.of("v2", "v1")));
        speaking.upgrade();
        ServerEndpointConfig made = speaking.server().upgrades().get(0);

        assertThat(made.getSubprotocols()).containsExactly("v2", "v1");
        assertThat(made.getConfigurator().getNegotiatedSubprotocol(List.of("v2", "v1"), List.of(offered.split(" "))))
                .isEqualTo(agreed);
    }

    @Test
    void shouldLeaveTheHandshakeAlone() {
        config.getConfigurator()
                .modifyHandshake(
                        config,
                        Fake.of(HandshakeRequest.class).make(),
                        Fake.of(HandshakeResponse.class).make());

        assertThat(config.getConfigurator().checkOrigin("https://elsewhere.example"))
                .isTrue();
    }

    @Test
    void shouldGiveTheEndpointOfItsUpgrade() throws InstantiationException {
        fixture.upgrade();
        ServerEndpointConfig other = fixture.server().upgrades().get(1);

        Endpoint endpoint = config.getConfigurator().getEndpointInstance(Endpoint.class);

        assertThat(endpoint).isSameAs(config.getConfigurator().getEndpointInstance(Endpoint.class));
        assertThat(endpoint).isNotSameAs(other.getConfigurator().getEndpointInstance(Endpoint.class));
        assertThat(config.getEndpointClass()).isEqualTo(endpoint.getClass());
    }

    @Test
    void shouldNameAnEndpointClassThatJettyTakes() {
        assertThat(config.getEndpointClass()).isPublic();
    }

    @Test
    void shouldDescribeAnEndpointWithoutCoders() {
        assertThat(config.getPath()).isEqualTo("/hub");
        assertThat(config.getEncoders()).isEmpty();
        assertThat(config.getDecoders()).isEmpty();
    }

    @Test
    void shouldKeepPropertiesOfTheServer() {
        Map<String, Object> properties = config.getUserProperties();
        properties.put("server.property", 1);

        assertThat(config.getUserProperties()).isSameAs(properties).containsEntry("server.property", 1);
    }
}
