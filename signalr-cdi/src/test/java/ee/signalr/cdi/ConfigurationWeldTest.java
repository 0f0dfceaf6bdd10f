// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.Hub;
import ee.signalr.SignalRConfiguration;
import ee.signalr.cdi.config.FakeMicroProfile;
import ee.signalr.cdi.test.LogRecords;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.config.SettingsResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.glassfish.microprofile.config.KeepingResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfigurationWeldTest {

    @AfterEach
    void removeMicroProfile() {
        FakeMicroProfile.remove();
    }

    @Test
    void shouldUseWhatObserversSet() {
        try (TestApplication application = TestApplication.of(ChatHub.class, NewsHub.class, Configurator.class)) {
            Settings chat = application.engine().endpoints().get(0).settings();
            Settings news = application.engine().endpoints().get(1).settings();

            assertThat(chat.get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(5));
            assertThat(chat.get(Options.MAXIMUM_RECEIVE_MESSAGE_SIZE)).isEqualTo(100);
            assertThat(news.differences()).containsExactly("keep-alive-interval=PT5S");
        }
    }

    @Test
    void shouldUseMicroProfileConfigWhereItIsPresentAndCodeAboveIt() {
        FakeMicroProfile.put(Map.of(
                "signalr.keep-alive-interval", "7s",
                "signalr.hub.ChatHub.handshake-timeout", "8s"));
        try (TestApplication application = TestApplication.of(ChatHub.class, NewsHub.class, Configurator.class)) {
            Settings chat = application.engine().endpoints().get(0).settings();
            Settings news = application.engine().endpoints().get(1).settings();

            assertThat(chat.get(Options.HANDSHAKE_TIMEOUT)).isEqualTo(Duration.ofSeconds(8));
            assertThat(chat.get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(5));
            assertThat(news.get(Options.HANDSHAKE_TIMEOUT)).isEqualTo(Duration.ofSeconds(15));
        }
    }

    @Test
    void shouldLetGoOfItsConfigurationWhereTheServerWouldKeepIt() {
        KeepingResolver resolver = new KeepingResolver();
        ConfigProviderResolver.setInstance(resolver);
        try (TestApplication application = TestApplication.of(ChatHub.class)) {
            assertThat(application.engine().endpoints()).isNotEmpty();
            assertThat(resolver.kept()).containsExactly(Thread.currentThread().getContextClassLoader());
        }

        assertThat(resolver.kept()).isEmpty();
    }

    /** It knows of no release, and says so. */
    @Test
    void shouldLeaveItToTheServerElsewhere() {
        FakeMicroProfile.put(Map.of());

        assertThatCode(() -> TestApplication.of(ChatHub.class).close()).doesNotThrowAnyException();
    }

    @Test
    void shouldFailTheDeploymentForEverythingThatIsConfiguredWrongly() {
        FakeMicroProfile.put(Map.of(
                "signalr.keep-alive-interval", "never",
                "signalr.hub.ChatHub.outbound-byte-limit", "1",
                "signalr.handshake-timeout", "soon"));

        assertThatThrownBy(() -> TestApplication.of(ChatHub.class))
                .hasStackTraceContaining("SIGNALR-2120")
                .hasStackTraceContaining("signalr.keep-alive-interval: 'never' is not a value of 'keep-alive-interval'")
                .hasStackTraceContaining("outbound-byte-limit is smaller than transport-max-buffer-size")
                .hasStackTraceContaining("signalr.handshake-timeout: 'soon' is not a value of 'handshake-timeout'");
    }

    @Test
    void shouldLeaveToOthersWhatIsConfiguredUnderNamesThatItDoesNotKnow() {
        FakeMicroProfile.put(Map.of(
                "signalr.hub.HubOfAnother.handshake-timeout", "8s",
                "signalr.hub.ChatHub.no-such-option", "8s",
                "signalr.service.host", "10.0.0.1"));
        try (LogRecords log = new LogRecords(SettingsResolver.class.getName());
                TestApplication application = TestApplication.of(ChatHub.class)) {
            assertThat(application.engine().endpoints().get(0).settings().get(Options.HANDSHAKE_TIMEOUT))
                    .isEqualTo(Duration.ofSeconds(15));
            // The engine has started by now: each is told of once, not at the deployment and at the start.
            assertThat(log.messages())
                    .hasSize(3)
                    .doesNotHaveDuplicates()
                    .allMatch(message -> message.startsWith("SIGNALR-1022: signalr."));
        }
    }

    @Test
    void shouldIgnoreMicroProfileConfigWhereThereAreNoHubs() {
        FakeMicroProfile.put(Map.of("signalr.no-such-option", "1"));
        try (TestApplication application = TestApplication.of(Configurator.class)) {
            assertThat(application.container().isRunning()).isTrue();
        }
    }

    @Test
    void shouldFailTheDeploymentWhenAnObserverFails() {
        assertThatThrownBy(() -> TestApplication.of(NewsHub.class, Configurator.class))
                .hasStackTraceContaining("SIGNALR-2121: An observer of SignalRConfiguration failed")
                .hasStackTraceContaining(ChatHub.class.getName() + " is not a hub of this application");
    }

    /** The first. */
    @Hub("/chat")
    public static class ChatHub {}

    /** The second. */
    @Hub("/news")
    public static class NewsHub {}

    /** Sets options. */
    @ApplicationScoped
    public static class Configurator {

        void configure(@Observes SignalRConfiguration configuration) {
            configuration.allHubs().keepAliveInterval(Duration.ofSeconds(5));
            configuration.hub(ChatHub.class).maximumReceiveMessageSize(100);
        }
    }
}
