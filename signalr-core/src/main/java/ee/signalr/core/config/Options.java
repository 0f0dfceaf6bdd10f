// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import ee.signalr.EnumStyle;
import ee.signalr.PropertyNaming;
import ee.signalr.TransportType;
import ee.signalr.WebSocketSending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The catalog of all options. Defaults are those of ASP.NET Core where it has the option; meaning, unit and range are told
 * by {@link ee.signalr.HubOptions} and {@link ee.signalr.SignalRConfiguration}.
 */
public final class Options {

    public static final Option<Duration> HANDSHAKE_TIMEOUT = duration("handshake-timeout", 15);
    public static final Option<Duration> KEEP_ALIVE_INTERVAL = duration("keep-alive-interval", 15);
    public static final Option<Duration> CLIENT_TIMEOUT_INTERVAL = duration("client-timeout-interval", 30);
    public static final Option<Long> MAXIMUM_RECEIVE_MESSAGE_SIZE = new Option<>(
            "maximum-receive-message-size",
            32_768L,
            ValueParsers::bytesOrUnlimited,
            bytes -> bytes > 0,
            "a number of bytes of at least 1, or unlimited");
    public static final Option<Boolean> ENABLE_DETAILED_ERRORS = flag("enable-detailed-errors");
    public static final Option<Integer> MAXIMUM_PARALLEL_INVOCATIONS = count("maximum-parallel-invocations", 1);
    public static final Option<Integer> MAXIMUM_CONCURRENT_STREAMS = count("maximum-concurrent-streams", 100);
    public static final Option<Integer> STREAM_BUFFER_CAPACITY = count("stream-buffer-capacity", 10);
    public static final Option<Set<TransportType>> TRANSPORTS = new Option<>(
            "transports",
            Set.of(TransportType.values()),
            ValueParsers::transports,
            types -> !types.isEmpty(),
            "one or more of " + ValueParsers.transportNames());
    /** No names stand for all protocols that there are, which is the default and cannot be set. */
    public static final Option<Set<String>> SUPPORTED_PROTOCOLS = new Option<>(
            "supported-protocols",
            Set.of(),
            ValueParsers::names,
            names -> !names.isEmpty(),
            "one or more names of hub protocols, comma separated");

    public static final Option<Integer> MINIMUM_PROTOCOL_VERSION = new Option<>(
            "minimum-protocol-version", 0, Integer::valueOf, version -> version == 0 || version == 1, "0 or 1");
    public static final Option<Long> TRANSPORT_MAX_BUFFER_SIZE = bytesOrNone("transport-max-buffer-size", 65_536);
    public static final Option<Long> APPLICATION_MAX_BUFFER_SIZE = bytesOrNone("application-max-buffer-size", 65_536);
    public static final Option<Long> OUTBOUND_BYTE_LIMIT = bytes("outbound-byte-limit", 4_194_304);
    public static final Option<Duration> TRANSPORT_SEND_TIMEOUT = new Option<>(
            "transport-send-timeout",
            Duration.ofSeconds(10),
            ValueParsers::durationOrInfinite,
            Options::isPositive,
            "a duration of more than zero, for example 15s, or infinite");
    public static final Option<Duration> LONG_POLLING_POLL_TIMEOUT = duration("long-polling-poll-timeout", 90);
    public static final Option<Duration> WEBSOCKET_CLOSE_TIMEOUT = duration("websocket-close-timeout", 5);
    public static final Option<List<String>> WEBSOCKET_SUB_PROTOCOLS = new Option<>(
            "websocket-sub-protocols",
            List.of(),
            ValueParsers::tokens,
            names -> names.stream().allMatch(ValueParsers::isToken),
            "names separated by commas, each of letters, digits and !#$%&'*+-.^_`|~");
    public static final Option<Duration> DISCONNECT_TIMEOUT = duration("disconnect-timeout", 15);
    public static final Option<Duration> CLIENT_RESULT_TIMEOUT = duration("client-result-timeout", 30);
    public static final Option<Integer> MAXIMUM_PENDING_CLIENT_RESULTS = count("maximum-pending-client-results", 1_000);
    public static final Option<Boolean> ALLOW_STATEFUL_RECONNECTS = flag("allow-stateful-reconnects");
    public static final Option<Long> STATEFUL_RECONNECT_BUFFER_SIZE = bytes("stateful-reconnect-buffer-size", 100_000);
    public static final Option<Integer> MAXIMUM_INVOCATIONS_PER_SECOND = limit("maximum-invocations-per-second", 0);
    public static final Option<Integer> MAXIMUM_GROUPS_PER_CONNECTION = limit("maximum-groups-per-connection", 1_000);
    public static final Option<Integer> MAXIMUM_GROUP_NAME_LENGTH = limit("maximum-group-name-length", 256);

    public static final Option<Set<String>> ALLOWED_ORIGINS = new Option<>(
            "allowed-origins",
            Set.of(),
            ValueParsers::origins,
            origins -> origins.stream().allMatch(ValueParsers::isOrigin),
            "origins separated by commas, such as https://app.example.org, or null, or *");
    public static final Option<Boolean> CLOSE_ON_AUTHENTICATION_EXPIRATION = flag("close-on-authentication-expiration");
    public static final Option<Boolean> ENABLE_AUTHENTICATION_REFRESH = flag("enable-authentication-refresh");
    public static final Option<Integer> MAXIMUM_CONNECTIONS = limit("maximum-connections", 100_000);
    public static final Option<Integer> MAXIMUM_PENDING_CONNECTIONS = limit("maximum-pending-connections", 20_000);
    public static final Option<Integer> MAXIMUM_CONNECTIONS_PER_ADDRESS = limit("maximum-connections-per-address", 0);
    public static final Option<Integer> MAXIMUM_CONNECTIONS_PER_USER = limit("maximum-connections-per-user", 0);
    public static final Option<Long> MAXIMUM_POST_SIZE = bytesOrNone("maximum-post-size", 16_777_216);
    public static final Option<Integer> MAXIMUM_REQUEST_HEADER_SIZE = limit("maximum-request-header-size", 16_384);

    public static final Option<EnumStyle> JSON_ENUMS =
            new Option<>("json-enums", EnumStyle.NAMES, ValueParsers::enumStyle, style -> true, "names or numbers");
    public static final Option<PropertyNaming> MESSAGEPACK_PROPERTY_NAMING = new Option<>(
            "messagepack-property-naming",
            PropertyNaming.UPPER_CAMEL_CASE,
            ValueParsers::propertyNaming,
            naming -> true,
            "upper-camel-case, lower-camel-case or as-declared");
    public static final Option<Boolean> CASE_INSENSITIVE_PATHS = flag("case-insensitive-paths");
    public static final Option<Integer> MAXIMUM_THREADS = count("maximum-threads", 256);
    public static final Option<Integer> WEBSOCKET_MAX_FRAME_SIZE = count("websocket-max-frame-size", 1_048_576);
    public static final Option<WebSocketSending> WEBSOCKET_SENDING = new Option<>(
            "websocket-sending",
            WebSocketSending.AUTOMATIC,
            ValueParsers::webSocketSending,
            sending -> true,
            "automatic, asynchronous, worker or caller");

    /** What is about connections, whether a hub is behind them or not. */
    private static final List<Option<?>> CONNECTION_OPTIONS = List.of(
            TRANSPORTS,
            MINIMUM_PROTOCOL_VERSION,
            TRANSPORT_MAX_BUFFER_SIZE,
            APPLICATION_MAX_BUFFER_SIZE,
            OUTBOUND_BYTE_LIMIT,
            TRANSPORT_SEND_TIMEOUT,
            LONG_POLLING_POLL_TIMEOUT,
            WEBSOCKET_CLOSE_TIMEOUT,
            WEBSOCKET_SUB_PROTOCOLS,
            DISCONNECT_TIMEOUT,
            ALLOWED_ORIGINS,
            CLOSE_ON_AUTHENTICATION_EXPIRATION,
            ENABLE_AUTHENTICATION_REFRESH,
            MAXIMUM_CONNECTIONS,
            MAXIMUM_PENDING_CONNECTIONS,
            MAXIMUM_CONNECTIONS_PER_ADDRESS,
            MAXIMUM_CONNECTIONS_PER_USER,
            MAXIMUM_POST_SIZE,
            MAXIMUM_REQUEST_HEADER_SIZE);

    private static final List<Option<?>> HUB_OPTIONS = Stream.concat(
                    Stream.of(
                            HANDSHAKE_TIMEOUT,
                            KEEP_ALIVE_INTERVAL,
                            CLIENT_TIMEOUT_INTERVAL,
                            MAXIMUM_RECEIVE_MESSAGE_SIZE,
                            ENABLE_DETAILED_ERRORS,
                            MAXIMUM_PARALLEL_INVOCATIONS,
                            MAXIMUM_CONCURRENT_STREAMS,
                            STREAM_BUFFER_CAPACITY,
                            SUPPORTED_PROTOCOLS,
                            CLIENT_RESULT_TIMEOUT,
                            MAXIMUM_PENDING_CLIENT_RESULTS,
                            ALLOW_STATEFUL_RECONNECTS,
                            STATEFUL_RECONNECT_BUFFER_SIZE,
                            MAXIMUM_INVOCATIONS_PER_SECOND,
                            MAXIMUM_GROUPS_PER_CONNECTION,
                            MAXIMUM_GROUP_NAME_LENGTH),
                    CONNECTION_OPTIONS.stream())
            .toList();

    private static final List<Option<?>> APPLICATION_OPTIONS = List.of(
            JSON_ENUMS,
            MESSAGEPACK_PROPERTY_NAMING,
            CASE_INSENSITIVE_PATHS,
            MAXIMUM_THREADS,
            WEBSOCKET_MAX_FRAME_SIZE,
            WEBSOCKET_SENDING);

    private Options() {}

    /** The options that can be set for all hubs and for a single one; an immutable list. */
    public static List<Option<?>> ofHubs() {
        return HUB_OPTIONS;
    }

    /** The options that exist once per application; an immutable list. */
    public static List<Option<?>> ofApplication() {
        return APPLICATION_OPTIONS;
    }

    /** Those of hubs that connection handlers have too; an immutable list. */
    public static List<Option<?>> ofConnections() {
        return CONNECTION_OPTIONS;
    }

    /** The option of a connection handler with that name, if there is one. */
    public static Optional<Option<?>> connectionOption(String name) {
        return find(CONNECTION_OPTIONS.stream(), name);
    }

    /** The option of a hub with that name, if there is one. */
    public static Optional<Option<?>> hubOption(String name) {
        return find(HUB_OPTIONS.stream(), name);
    }

    /** The option with that name, of a hub or of the application, if there is one. */
    public static Optional<Option<?>> option(String name) {
        return find(Stream.concat(HUB_OPTIONS.stream(), APPLICATION_OPTIONS.stream()), name);
    }

    private static Optional<Option<?>> find(Stream<Option<?>> options, String name) {
        return options.filter(option -> option.name().equals(name)).findFirst();
    }

    private static Option<Duration> duration(String name, int seconds) {
        return new Option<>(
                name,
                Duration.ofSeconds(seconds),
                ValueParsers::duration,
                Options::isPositive,
                "a duration of more than zero, for example 15s");
    }

    private static boolean isPositive(Duration value) {
        return !value.isNegative() && !value.isZero();
    }

    private static Option<Long> bytes(String name, long defaultValue) {
        return positive(name, defaultValue, Long::valueOf, "a number of bytes of at least 1");
    }

    private static Option<Long> bytesOrNone(String name, long defaultValue) {
        return new Option<>(
                name,
                defaultValue,
                Long::valueOf,
                value -> value >= 0,
                "a number of bytes of at least 1, or 0 for no limit");
    }

    private static Option<Integer> count(String name, int defaultValue) {
        return positive(name, defaultValue, Integer::valueOf, "a whole number of at least 1");
    }

    private static Option<Integer> limit(String name, int defaultValue) {
        return new Option<>(
                name,
                defaultValue,
                Integer::valueOf,
                value -> value >= 0,
                "a whole number of at least 1, or 0 for no limit");
    }

    private static <N extends Number> Option<N> positive(
            String name, N defaultValue, Function<String, N> parser, String range) {
        return new Option<>(name, defaultValue, parser, value -> value.longValue() > 0, range);
    }

    private static Option<Boolean> flag(String name) {
        return new Option<>(name, Boolean.FALSE, ValueParsers::bool, value -> true, "true or false");
    }
}
