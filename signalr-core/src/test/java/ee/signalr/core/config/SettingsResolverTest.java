// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What counts when an option is set in several places, and what is reported. */
class SettingsResolverTest {

    private static final Map<String, Settings> CHAT_AND_GAME =
            Map.of("chat", Settings.defaults(), "game", Settings.defaults());

    private static final Set<String> PROTOCOLS = new TreeSet<>(Set.of("json", "messagepack"));

    private final MapConfiguration configuration = new MapConfiguration();

    @Test
    void shouldUseDefaultsWhenNothingIsSet() {
        ApplicationSettings resolved = resolve(Settings.defaults(), CHAT_AND_GAME);

        assertThat(resolved.common().differences()).isEmpty();
        assertThat(resolved.hubs()).containsOnlyKeys("chat", "game");
        assertThat(resolved.hubs().get("chat").differences()).isEmpty();
    }

    @Test
    void shouldUseWhatIsConfiguredForAllHubs() {
        configuration.with("signalr.keep-alive-interval", "5s").with("signalr.maximum-threads", "7");

        ApplicationSettings resolved = resolve(Settings.defaults(), CHAT_AND_GAME);

        assertThat(resolved.common().differences()).containsExactly("keep-alive-interval=PT5S", "maximum-threads=7");
        assertThat(resolved.hubs().get("game").get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shouldPreferWhatIsConfiguredForASingleHub() {
        configuration.with("signalr.keep-alive-interval", "5s").with("signalr.hub.chat.keep-alive-interval", "6s");

        ApplicationSettings resolved = resolve(Settings.defaults(), CHAT_AND_GAME);

        assertThat(resolved.hubs().get("chat").get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(6));
        assertThat(resolved.hubs().get("game").get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(5));
        assertThat(resolved.common().get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shouldPreferCodeToConfiguration() {
        configuration.with("signalr.keep-alive-interval", "5s").with("signalr.handshake-timeout", "8s");
        Settings code = Settings.defaults().with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(7));

        ApplicationSettings resolved = resolve(code, CHAT_AND_GAME);

        assertThat(resolved.common().get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(7));
        assertThat(resolved.common().get(Options.HANDSHAKE_TIMEOUT)).isEqualTo(Duration.ofSeconds(8));
        assertThat(resolved.hubs().get("chat").get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void shouldPreferASingleHubsConfigurationToCodeForAllHubs() {
        configuration.with("signalr.hub.chat.keep-alive-interval", "6s");
        Settings code = Settings.defaults().with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(7));

        ApplicationSettings resolved = resolve(code, CHAT_AND_GAME);

        assertThat(resolved.hubs().get("chat").get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(6));
        assertThat(resolved.hubs().get("game").get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void shouldPreferCodeForASingleHubToAllElse() {
        configuration.with("signalr.keep-alive-interval", "5s").with("signalr.hub.chat.keep-alive-interval", "6s");
        Settings code = Settings.defaults().with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(7));
        Settings chat = Settings.defaults().with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(8));

        ApplicationSettings resolved = resolve(code, Map.of("chat", chat));

        assertThat(resolved.hubs().get("chat").get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void shouldFindHubsWithDotsInTheirNames() {
        configuration.with("signalr.hub.my.chat.enable-detailed-errors", "true");

        ApplicationSettings resolved = resolve(Settings.defaults(), Map.of("my.chat", Settings.defaults()));

        assertThat(resolved.hubs().get("my.chat").get(Options.ENABLE_DETAILED_ERRORS))
                .isTrue();
    }

    @Test
    void shouldPreferWhatIsSetForASingleConnectionHandler() {
        configuration
                .with("signalr.disconnect-timeout", "5s")
                .with("signalr.long-polling-poll-timeout", "6s")
                .with("signalr.connection-handler.echo.disconnect-timeout", "7s");
        Settings code = Settings.defaults().with(Options.MINIMUM_PROTOCOL_VERSION, 1);

        ApplicationSettings resolved = resolveWithEcho(code);

        assertThat(resolved.connectionHandlers().get("echo").differences())
                .containsExactly(
                        "disconnect-timeout=PT7S", "long-polling-poll-timeout=PT6S", "minimum-protocol-version=1");
        assertThat(resolved.hubs()).doesNotContainKey("echo");
    }

    @Test
    void shouldNotKnowOptionsOfHubsForConnectionHandlers() {
        configuration
                .with("signalr.connection-handler.echo.keep-alive-interval", "5s")
                .with("signalr.connection-handler.ehco.disconnect-timeout", "5s")
                .with("signalr.connection-handler.echo.outbound-byte-limit", "5")
                .with("signalr.hub.echo.disconnect-timeout", "5s");

        assertThatThrownBy(() -> resolveWithEcho(Settings.defaults())).hasMessage("""
                        SIGNALR-1002: the configuration is not valid:
                          signalr.connection-handler.echo.keep-alive-interval: there is no such option
                          signalr.connection-handler.ehco.disconnect-timeout: there is no connection handler 'ehco'
                          signalr.hub.echo.disconnect-timeout: there is no hub 'echo'
                          connection handler 'echo': outbound-byte-limit is smaller than transport-max-buffer-size""");
    }

    private ApplicationSettings resolveWithEcho(Settings code) {
        return SettingsResolver.resolve(
                configuration, new CodeSettings(code, Map.of(), Map.of("echo", Settings.defaults())), PROTOCOLS);
    }

    @Test
    void shouldIgnoreForeignProperties() {
        configuration.with("java.home", "/nowhere").with("signalrish", "x").with("my.signalr.x", "y");

        assertThat(resolve(Settings.defaults(), CHAT_AND_GAME).common().differences())
                .isEmpty();
    }

    @Test
    void shouldReportEverythingThatIsWrongAtOnce() {
        configuration
                .with("signalr.keep-alive-intervall", "5s")
                .with("signalr.handshake-timeout", "soon")
                .with("signalr.hub.chat.maximum-parallel-invocations", "0")
                .with("signalr.hub.chat.maximum-threads", "3")
                .with("signalr.hub.caht.keep-alive-interval", "5s")
                .with("signalr.hub.keep-alive-interval", "5s")
                .with("signalr.hub.game.outbound-byte-limit", "10");

        assertThatThrownBy(() -> resolve(Settings.defaults(), CHAT_AND_GAME))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        SIGNALR-1002: the configuration is not valid:
                          signalr.handshake-timeout: 'soon' is not a value of 'handshake-timeout': \
                        a duration of more than zero, for example 15s
                          signalr.hub.caht.keep-alive-interval: there is no hub 'caht'
                          signalr.hub.chat.maximum-parallel-invocations: '0' is not a value of \
                        'maximum-parallel-invocations': a whole number of at least 1
                          signalr.hub.chat.maximum-threads: there is no such option
                          signalr.hub.keep-alive-interval: there is no hub ''
                          signalr.keep-alive-intervall: there is no such option
                          hub 'game': outbound-byte-limit is smaller than transport-max-buffer-size""");
    }

    @Test
    void shouldReportOptionsThatCannotWorkTogetherWhereverTheyComeFrom() {
        configuration.with("signalr.keep-alive-interval", "20s");
        Settings chat = Settings.defaults().with(Options.CLIENT_TIMEOUT_INTERVAL, Duration.ofSeconds(10));

        assertThatThrownBy(() -> resolve(Settings.defaults(), Map.of("chat", chat, "game", Settings.defaults())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("  hub 'chat': client-timeout-interval is shorter than keep-alive-interval");
    }

    @Test
    void shouldAcceptCommonOptionsThatEachHubMakesFitTogether() {
        configuration
                .with("signalr.keep-alive-interval", "40s")
                .with("signalr.hub.chat.client-timeout-interval", "90s")
                .with("signalr.hub.game.keep-alive-interval", "10s");

        ApplicationSettings resolved = resolve(Settings.defaults(), CHAT_AND_GAME);

        assertThat(resolved.hubs().get("chat").conflicts()).isEmpty();
        assertThat(resolved.hubs().get("game").conflicts()).isEmpty();
    }

    @Test
    void shouldLetHubsSpeakOnlySomeProtocols() {
        configuration
                .with("signalr.supported-protocols", "json")
                .with("signalr.hub.chat.supported-protocols", "MessagePack, JSON");

        ApplicationSettings resolved = resolve(Settings.defaults(), CHAT_AND_GAME);

        assertThat(resolved.hubs().get("game").get(Options.SUPPORTED_PROTOCOLS)).containsExactly("json");
        assertThat(resolved.hubs().get("chat").get(Options.SUPPORTED_PROTOCOLS)).containsExactly("json", "messagepack");
    }

    @Test
    void shouldReportProtocolsThatNobodySpeaks() {
        Settings chat =
                new SettingsBuilder().supportedProtocols(Set.of("json", "XML")).build();

        assertThatThrownBy(() -> resolve(Settings.defaults(), Map.of("chat", chat, "game", Settings.defaults())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith(
                        "  hub 'chat': supported-protocols has 'xml', but there are only [json, messagepack]");
    }

    private ApplicationSettings resolve(Settings code, Map<String, Settings> hubs) {
        return SettingsResolver.resolve(configuration, new CodeSettings(code, hubs), PROTOCOLS);
    }
}
