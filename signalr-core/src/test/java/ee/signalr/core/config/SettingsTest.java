// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ee.signalr.AccessOptions;
import ee.signalr.ConnectionHandlerOptions;
import ee.signalr.HubOptions;
import ee.signalr.TransportType;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values of options, and how they are put together. */
class SettingsTest {

    @Test
    void shouldHaveDefaultsForWhatIsNotSet() {
        assertThat(Settings.defaults().get(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(Duration.ofSeconds(15));
        assertThat(Settings.defaults().differences()).isEmpty();
        assertThat(Settings.defaults().conflicts()).isEmpty();
    }

    @Test
    void shouldStayAsTheyAreWhenAChangedCopyIsMade() {
        Settings changed = Settings.defaults().with(Options.MAXIMUM_THREADS, 3);

        assertThat(changed.get(Options.MAXIMUM_THREADS)).isEqualTo(3);
        assertThat(Settings.defaults().get(Options.MAXIMUM_THREADS)).isEqualTo(256);
    }

    @Test
    void shouldStayAsTheyAreWhenTheirBuilderGoesOn() {
        SettingsBuilder builder = new SettingsBuilder().set(Options.MAXIMUM_THREADS, 3);
        Settings built = builder.build();

        builder.set(Options.MAXIMUM_THREADS, 4);

        assertThat(built.get(Options.MAXIMUM_THREADS)).isEqualTo(3);
    }

    @Test
    void shouldLetTheLaterValueCount() {
        Settings below =
                Settings.defaults().with(Options.MAXIMUM_THREADS, 3).with(Options.ENABLE_DETAILED_ERRORS, true);
        Settings above = Settings.defaults().with(Options.MAXIMUM_THREADS, 5);

        Settings both = below.overlaidWith(above);

        assertThat(both.get(Options.MAXIMUM_THREADS)).isEqualTo(5);
        assertThat(both.get(Options.ENABLE_DETAILED_ERRORS)).isTrue();
    }

    @Test
    void shouldLetADefaultThatIsSetCountToo() {
        Settings below = Settings.defaults().with(Options.MAXIMUM_THREADS, 3);
        Settings above = Settings.defaults().with(Options.MAXIMUM_THREADS, 256);

        assertThat(below.overlaidWith(above).get(Options.MAXIMUM_THREADS)).isEqualTo(256);
        assertThat(below.overlaidWith(above).differences()).isEmpty();
    }

    @Test
    void shouldListDifferencesInOrderOfTheirNames() {
        Settings settings = Settings.defaults()
                .with(Options.MAXIMUM_THREADS, 3)
                .with(Options.KEEP_ALIVE_INTERVAL, Duration.ofSeconds(5))
                .with(Options.DISCONNECT_TIMEOUT, Duration.ofSeconds(15));

        assertThat(settings.differences()).containsExactly("keep-alive-interval=PT5S", "maximum-threads=3");
    }

    @Test
    void shouldReportAClientTimeoutBelowTheKeepAlive() {
        Settings settings = Settings.defaults().with(Options.CLIENT_TIMEOUT_INTERVAL, Duration.ofMillis(14_999));

        assertThat(settings.conflicts()).containsExactly("client-timeout-interval is shorter than keep-alive-interval");
        assertThat(settings.with(Options.CLIENT_TIMEOUT_INTERVAL, Duration.ofSeconds(15))
                        .conflicts())
                .isEmpty();
    }

    @Test
    void shouldReportALimitBelowTheRoom() {
        Settings settings = Settings.defaults().with(Options.OUTBOUND_BYTE_LIMIT, 65_535L);

        assertThat(settings.conflicts())
                .containsExactly("outbound-byte-limit is smaller than transport-max-buffer-size");
        assertThat(settings.with(Options.OUTBOUND_BYTE_LIMIT, 65_536L).conflicts())
                .isEmpty();
    }

    @Test
    void shouldRefuseABufferForReconnectsAboveTheLimitOnlyWhereTheyAreAllowed() {
        Settings settings = Settings.defaults().with(Options.STATEFUL_RECONNECT_BUFFER_SIZE, 5_000_000L);
        assertThat(settings.conflicts()).isEmpty();

        assertThat(settings.with(Options.ALLOW_STATEFUL_RECONNECTS, true).conflicts())
                .containsExactly("outbound-byte-limit is smaller than stateful-reconnect-buffer-size");
    }

    @Test
    void shouldCountEndlessDurationsAsTheLongest() {
        Settings settings = Settings.defaults().with(Options.HANDSHAKE_TIMEOUT, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(settings.nanos(Options.HANDSHAKE_TIMEOUT)).isEqualTo(Long.MAX_VALUE);
        assertThat(settings.nanos(Options.KEEP_ALIVE_INTERVAL)).isEqualTo(15_000_000_000L);
    }

    @Test
    void shouldOfferASetterForEveryOptionOfHubs() {
        SettingsBuilder builder = new SettingsBuilder();
        HubOptions options = builder;

        options.handshakeTimeout(Duration.ofSeconds(1))
                .keepAliveInterval(Duration.ofSeconds(2))
                .clientTimeoutInterval(Duration.ofSeconds(3))
                .maximumReceiveMessageSize(4)
                .enableDetailedErrors(true)
                .maximumParallelInvocations(5)
                .maximumConcurrentStreams(13)
                .streamBufferCapacity(14)
                .transports(Set.of(TransportType.LONG_POLLING))
                .supportedProtocols(Set.of("JSON", "messagepack"))
                .minimumProtocolVersion(1)
                .transportMaxBufferSize(6)
                .applicationMaxBufferSize(7)
                .outboundByteLimit(8)
                .transportSendTimeout(Duration.ofSeconds(9))
                .longPollingPollTimeout(Duration.ofSeconds(10))
                .webSocketCloseTimeout(Duration.ofSeconds(11))
                .webSocketSubProtocols(List.of("b", "a"))
                .disconnectTimeout(Duration.ofSeconds(12))
                .clientResultTimeout(Duration.ofSeconds(14))
                .maximumPendingClientResults(15)
                .allowStatefulReconnects(true)
                .statefulReconnectBufferSize(13)
                .maximumInvocationsPerSecond(16)
                .maximumGroupsPerConnection(17)
                .maximumGroupNameLength(18);
        setAccess(options.access());

        assertThat(builder.build().differences())
                .containsExactly(
                        "allow-stateful-reconnects=true",
                        "allowed-origins=[https://a.org]",
                        "application-max-buffer-size=7",
                        "client-result-timeout=PT14S",
                        "client-timeout-interval=PT3S",
                        "close-on-authentication-expiration=true",
                        "disconnect-timeout=PT12S",
                        "enable-authentication-refresh=true",
                        "enable-detailed-errors=true",
                        "handshake-timeout=PT1S",
                        "keep-alive-interval=PT2S",
                        "long-polling-poll-timeout=PT10S",
                        "maximum-concurrent-streams=13",
                        "maximum-connections-per-address=21",
                        "maximum-connections-per-user=22",
                        "maximum-connections=19",
                        "maximum-group-name-length=18",
                        "maximum-groups-per-connection=17",
                        "maximum-invocations-per-second=16",
                        "maximum-parallel-invocations=5",
                        "maximum-pending-client-results=15",
                        "maximum-pending-connections=20",
                        "maximum-post-size=23",
                        "maximum-receive-message-size=4",
                        "maximum-request-header-size=24",
                        "minimum-protocol-version=1",
                        "outbound-byte-limit=8",
                        "stateful-reconnect-buffer-size=13",
                        "stream-buffer-capacity=14",
                        "supported-protocols=[json, messagepack]",
                        "transport-max-buffer-size=6",
                        "transport-send-timeout=PT9S",
                        "transports=[LONG_POLLING]",
                        "websocket-close-timeout=PT11S",
                        "websocket-sub-protocols=[b, a]")
                .hasSameSizeAs(Options.ofHubs());
    }

    @Test
    void shouldOfferASetterForEveryOptionOfConnectionHandlers() {
        SettingsBuilder builder = new SettingsBuilder();
        ConnectionHandlerOptions options = builder;
        options.transports(Set.of(TransportType.LONG_POLLING))
                .minimumProtocolVersion(1)
                .transportMaxBufferSize(6)
                .applicationMaxBufferSize(7)
                .outboundByteLimit(8)
                .transportSendTimeout(Duration.ofSeconds(9))
                .longPollingPollTimeout(Duration.ofSeconds(10))
                .webSocketCloseTimeout(Duration.ofSeconds(11))
                .webSocketSubProtocols(List.of("a"))
                .disconnectTimeout(Duration.ofSeconds(12));
        setAccess(options.access());

        assertThat(builder.build().differences()).hasSameSizeAs(Options.ofConnections());
        assertThat(Options.ofHubs()).containsAll(Options.ofConnections());
    }

    private static void setAccess(AccessOptions options) {
        options.allowedOrigins(Set.of("https://a.org"))
                .closeOnAuthenticationExpiration(true)
                .enableAuthenticationRefresh(true)
                .maximumConnections(19)
                .maximumPendingConnections(20)
                .maximumConnectionsPerAddress(21)
                .maximumConnectionsPerUser(22)
                .maximumPostSize(23)
                .maximumRequestHeaderSize(24);
    }

    @Test
    void shouldTakeZeroForNoLimit() {
        Settings settings = Settings.defaults()
                .with(Options.TRANSPORT_MAX_BUFFER_SIZE, 0L)
                .with(Options.APPLICATION_MAX_BUFFER_SIZE, 5L);

        assertThat(settings.limit(Options.TRANSPORT_MAX_BUFFER_SIZE)).isEqualTo(Long.MAX_VALUE);
        assertThat(settings.limit(Options.APPLICATION_MAX_BUFFER_SIZE)).isEqualTo(5);
        assertThat(settings.conflicts()).isEmpty();
    }

    @Test
    void shouldRefuseValuesOutOfRangeFromCode() {
        SettingsBuilder builder = new SettingsBuilder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.keepAliveInterval(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maximumParallelInvocations(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.transports(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.supportedProtocols(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.supportedProtocols(Set.of(" ")));
        assertThat(builder.build().differences()).isEmpty();
    }

    @Test
    void shouldTakeACopyOfTheTransports() {
        Set<TransportType> transports = new HashSet<>(Arrays.asList(TransportType.values()));
        transports.remove(TransportType.LONG_POLLING);
        SettingsBuilder builder = new SettingsBuilder();
        builder.transports(transports);

        transports.clear();

        assertThat(builder.build().get(Options.TRANSPORTS)).hasSize(2);
    }
}
