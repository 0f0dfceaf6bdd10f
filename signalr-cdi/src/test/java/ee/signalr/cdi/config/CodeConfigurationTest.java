// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ee.signalr.TransferFormat;
import ee.signalr.WebSocketSending;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.dispatch.HubCallbacks;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.security.SecurityRequirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeConfigurationTest {

    private final CodeConfiguration configuration = new CodeConfiguration(
            List.of(
                    new HubDefinition(
                            ChatHub.class,
                            "chat",
                            List.of("/chat"),
                            List.of(),
                            HubCallbacks.NONE,
                            SecurityRequirement.NONE),
                    new HubDefinition(
                            NewsHub.class,
                            "news",
                            List.of("/news"),
                            List.of(),
                            HubCallbacks.NONE,
                            SecurityRequirement.NONE)),
            List.of(new ConnectionHandlerDefinition(
                    Echo.class, "echo", List.of("/echo"), TransferFormat.TEXT, SecurityRequirement.NONE)));

    @Test
    void shouldHaveAnEntryForEveryHubEvenWhenNothingIsSet() {
        assertThat(configuration.settings().hubs()).containsOnlyKeys("chat", "news");
        assertThat(configuration.settings().common().differences()).isEmpty();
    }

    @Test
    void shouldKeepOptionsOfSingleHubsApart() {
        configuration.allHubs().keepAliveInterval(Duration.ofSeconds(5));
        configuration.hub(ChatHub.class).maximumReceiveMessageSize(100);

        Settings chat = configuration.settings().hubs().get("chat");
        assertThat(configuration.settings().common().differences()).containsExactly("keep-alive-interval=PT5S");
        assertThat(chat.differences()).containsExactly("maximum-receive-message-size=100");
        assertThat(configuration.settings().hubs().get("news").differences()).isEmpty();
    }

    @Test
    void shouldKeepTheOptionsOfTheApplication() {
        configuration
                .caseInsensitivePaths(true)
                .maximumThreads(2)
                .webSocketMaxFrameSize(3)
                .webSocketSending(WebSocketSending.CALLER);

        Settings common = configuration.settings().common();
        assertThat(common.get(Options.CASE_INSENSITIVE_PATHS)).isTrue();
        assertThat(common.get(Options.MAXIMUM_THREADS)).isEqualTo(2);
        assertThat(common.get(Options.WEBSOCKET_MAX_FRAME_SIZE)).isEqualTo(3);
        assertThat(common.get(Options.WEBSOCKET_SENDING)).isEqualTo(WebSocketSending.CALLER);
    }

    @Test
    void shouldKeepTheOptionsOfConnectionHandlers() {
        configuration.connectionHandler(Echo.class).disconnectTimeout(Duration.ofSeconds(3));

        assertThat(configuration.settings().connectionHandlers().get("echo").differences())
                .containsExactly("disconnect-timeout=PT3S");
        assertThat(configuration.settings().hubs()).doesNotContainKey("echo");
    }

    @Test
    void shouldRefuseClassesThatAreNoConnectionHandlers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration.connectionHandler(ChatHub.class))
                .withMessage(ChatHub.class.getName() + " is not a connection handler of this application");
    }

    @Test
    void shouldRefuseClassesThatAreNoHubs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> configuration.hub(String.class))
                .withMessage("java.lang.String is not a hub of this application");
    }

    @Test
    void shouldRefuseValuesOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> configuration.maximumThreads(0));
    }

    private static final class ChatHub {}

    private static final class NewsHub {}

    private static final class Echo {}
}
