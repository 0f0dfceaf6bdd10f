// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import ee.signalr.TransportType;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog: names, defaults, ranges and texts of values. */
class OptionsTest {

    @ParameterizedTest
    @CsvSource({
        "handshake-timeout,PT15S",
        "keep-alive-interval,PT15S",
        "client-timeout-interval,PT30S",
        "maximum-receive-message-size,32768",
        "enable-detailed-errors,false",
        "maximum-parallel-invocations,1",
        "maximum-concurrent-streams,100",
        "stream-buffer-capacity,10",
        "minimum-protocol-version,0",
        "transport-max-buffer-size,65536",
        "application-max-buffer-size,65536",
        "outbound-byte-limit,4194304",
        "transport-send-timeout,PT10S",
        "long-polling-poll-timeout,PT1M30S",
        "websocket-close-timeout,PT5S",
        "disconnect-timeout,PT15S",
        "client-result-timeout,PT30S",
        "maximum-pending-client-results,1000",
        "allow-stateful-reconnects,false",
        "stateful-reconnect-buffer-size,100000",
        "maximum-invocations-per-second,0",
        "maximum-groups-per-connection,1000",
        "maximum-group-name-length,256",
        "allowed-origins,[]",
        "close-on-authentication-expiration,false",
        "enable-authentication-refresh,false",
        "maximum-connections,100000",
        "maximum-pending-connections,20000",
        "maximum-connections-per-address,0",
        "maximum-connections-per-user,0",
        "maximum-post-size,16777216",
        "maximum-request-header-size,16384",
    })
    void shouldHaveTheDocumentedDefaultForHubs(String name, String value) {
        assertThat(Options.hubOption(name))
                .get()
                .extracting(Option::defaultValue)
                .hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({
        "case-insensitive-paths,false",
        "maximum-threads,256",
        "websocket-max-frame-size,1048576",
    })
    void shouldKnowOptionsOfTheApplicationOnlyAsSuch(String name, String value) {
        assertThat(Options.option(name)).get().extracting(Option::defaultValue).hasToString(value);
        assertThat(Options.hubOption(name)).isEmpty();
    }

    @Test
    void shouldOfferAllTransportsByDefault() {
        assertThat(Options.TRANSPORTS.defaultValue()).containsExactlyInAnyOrder(TransportType.values());
    }

    @Test
    void shouldListEveryOptionOnce() {
        assertThat(Stream.concat(Options.ofHubs().stream(), Options.ofApplication().stream())
                        .map(Option::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Keep-Alive-Interval", "keepAliveInterval", "signalr.keep-alive-interval", "nope"})
    void shouldNotKnowOtherNames(String name) {
        assertThat(Options.option(name)).isEmpty();
        assertThat(Options.hubOption(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "15s,PT15S",
        "500ms,PT0.5S",
        "2m,PT2M",
        "1h,PT1H",
        " 3 s ,PT3S",
        "20S,PT20S",
        "PT7S,PT7S",
        "pt7s,PT7S",
        "P1D,PT24H",
    })
    void shouldReadDurations(String text, Duration expected) {
        assertThat(Options.HANDSHAKE_TIMEOUT.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15",
                "s",
                "-1s",
                "0s",
                "PT0S",
                "PT-3S",
                "1.5s",
                "15 apples",
                "99999999999999999999s",
                "9223372036854775807h"
            })
    void shouldRefuseWhatIsNoDuration(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.HANDSHAKE_TIMEOUT.parse(text))
                .withMessageContaining("'handshake-timeout'")
                .withMessageContaining("a duration of more than zero, for example 15s");
    }

    @Test
    void shouldRefuseDurationsInCodeToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.HANDSHAKE_TIMEOUT.check(Duration.ZERO))
                .withMessage(
                        "'PT0S' is not a value of 'handshake-timeout': a duration of more than zero, for example 15s");
        assertThatNullPointerException().isThrownBy(() -> Options.HANDSHAKE_TIMEOUT.check(nothing()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1k", "", "1.0", "9223372036854775808"})
    void shouldRefuseWhatIsNoSize(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.OUTBOUND_BYTE_LIMIT.parse(text))
                .withMessage("'" + text + "' is not a value of 'outbound-byte-limit': a number of bytes of at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "2147483648"})
    void shouldRefuseWhatIsNoCount(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.MAXIMUM_THREADS.parse(text))
                .withMessage("'" + text + "' is not a value of 'maximum-threads': a whole number of at least 1");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "false,false", "' False ',false"})
    void shouldReadFlags(String text, boolean expected) {
        assertThat(Options.ENABLE_DETAILED_ERRORS.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "1", "on"})
    void shouldRefuseWhatIsNoFlag(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.ENABLE_DETAILED_ERRORS.parse(text))
                .withMessageEndingWith("true or false");
    }

    @ParameterizedTest
    @MethodSource
    void shouldReadTransports(String text, Set<TransportType> expected) {
        assertThat(Options.TRANSPORTS.parse(text)).isEqualTo(expected);
    }

    static Stream<Arguments> shouldReadTransports() {
        return Stream.of(
                Arguments.of("WebSockets", Set.of(TransportType.WEB_SOCKETS)),
                Arguments.of(
                        "longpolling, SERVERSENTEVENTS",
                        Set.of(TransportType.LONG_POLLING, TransportType.SERVER_SENT_EVENTS)),
                Arguments.of("LongPolling,LongPolling", Set.of(TransportType.LONG_POLLING)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "WebSocket", "WebSockets;LongPolling", "all"})
    void shouldRefuseUnknownTransports(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.TRANSPORTS.parse(text))
                .withMessageEndingWith("one or more of WebSockets, ServerSentEvents, LongPolling");
    }

    @Test
    void shouldRefuseNoTransportAtAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.TRANSPORTS.check(Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2", "one"})
    void shouldKnowTwoNegotiateVersions(String text) {
        assertThat(Options.MINIMUM_PROTOCOL_VERSION.parse("0")).isZero();
        assertThat(Options.MINIMUM_PROTOCOL_VERSION.parse("1")).isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.MINIMUM_PROTOCOL_VERSION.parse(text))
                .withMessageEndingWith("0 or 1");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "65536,65536"})
    void shouldAllowBuffersWithoutLimit(String text, long expected) {
        assertThat(Options.TRANSPORT_MAX_BUFFER_SIZE.parse(text)).isEqualTo(expected);
        assertThat(Options.APPLICATION_MAX_BUFFER_SIZE.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "none"})
    void shouldRefuseWhatIsNoSizeOfABuffer(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.TRANSPORT_MAX_BUFFER_SIZE.parse(text))
                .withMessageEndingWith("a number of bytes of at least 1, or 0 for no limit");
    }

    @Test
    void shouldAllowMessagesAndWritesWithoutLimit() {
        assertThat(Options.MAXIMUM_RECEIVE_MESSAGE_SIZE.parse("Unlimited")).isEqualTo(Long.MAX_VALUE);
        assertThat(Options.MAXIMUM_RECEIVE_MESSAGE_SIZE.parse("5")).isEqualTo(5);
        Settings patient = Settings.defaults()
                .with(Options.TRANSPORT_SEND_TIMEOUT, Options.TRANSPORT_SEND_TIMEOUT.parse("infinite"));
        assertThat(patient.nanos(Options.TRANSPORT_SEND_TIMEOUT)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "none", "infinite"})
    void shouldRefuseMessageSizesThatLetNothingThrough(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.MAXIMUM_RECEIVE_MESSAGE_SIZE.parse(text))
                .withMessageEndingWith("a number of bytes of at least 1, or unlimited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "never", "unlimited"})
    void shouldRefuseTimesInWhichNothingCanBeSent(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.TRANSPORT_SEND_TIMEOUT.parse(text))
                .withMessageEndingWith("a duration of more than zero, for example 15s, or infinite");
    }

    @Test
    void shouldReadSubProtocolsInTheirOrder() {
        assertThat(Options.WEBSOCKET_SUB_PROTOCOLS.parse("v2.chat, v1.chat")).containsExactly("v2.chat", "v1.chat");
        assertThat(Options.WEBSOCKET_SUB_PROTOCOLS.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", "a b", "ä", "a;b", "\"a\""})
    void shouldRefuseWhatCannotBeASubProtocol(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.WEBSOCKET_SUB_PROTOCOLS.parse(text))
                .withMessageContaining("names separated by commas");
    }

    @Test
    void shouldReadOrigins() {
        assertThat(Options.ALLOWED_ORIGINS.parse("https://app.example.org, http://[::1]:8080,null,*"))
                .containsExactlyInAnyOrder("https://app.example.org", "http://[::1]:8080", "null", "*");
        assertThat(Options.ALLOWED_ORIGINS.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example.org", "https://app.example.org/", "https://*.org, all", "https://a@b", "//a"})
    void shouldRefuseWhatIsNoOrigin(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.ALLOWED_ORIGINS.parse(text))
                .withMessageContaining("origins separated by commas");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1"})
    void shouldAllowCountsWithoutLimit(String text, int expected) {
        assertThat(Options.MAXIMUM_CONNECTIONS.parse(text)).isEqualTo(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.MAXIMUM_CONNECTIONS.parse("-1"))
                .withMessageEndingWith("a whole number of at least 1, or 0 for no limit");
    }

    @Test
    void shouldShowItsName() {
        assertThat(Options.MAXIMUM_THREADS).hasToString("maximum-threads");
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static <T> T nothing() {
        return null;
    }
}
