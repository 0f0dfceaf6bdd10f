// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import ee.signalr.AccessOptions;
import ee.signalr.ConnectionHandlerOptions;
import ee.signalr.HubOptions;
import ee.signalr.TransportType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects values of options, from text and from code. Not thread-safe. */
public final class SettingsBuilder implements HubOptions, ConnectionHandlerOptions, AccessOptions {

    private final Map<Option<?>, Object> values = new HashMap<>();

    /**
     * Sets an option.
     *
     * @throws IllegalArgumentException when the value is out of range
     */
    public <T> SettingsBuilder set(Option<T> option, T value) {
        values.put(option, option.check(value));
        return this;
    }

    /**
     * Sets an option from text.
     *
     * @throws IllegalArgumentException when the text is not a value of the option
     */
    public <T> SettingsBuilder parse(Option<T> option, String text) {
        values.put(option, option.parse(text));
        return this;
    }

    /** Sets what the given settings have set. */
    public SettingsBuilder putAll(Settings settings) {
        values.putAll(settings.values());
        return this;
    }

    /** What has been set so far; everything else has its default. */
    public Settings build() {
        return Settings.of(values);
    }

    @Override
    public HubOptions handshakeTimeout(Duration timeout) {
        return set(Options.HANDSHAKE_TIMEOUT, timeout);
    }

    @Override
    public HubOptions keepAliveInterval(Duration interval) {
        return set(Options.KEEP_ALIVE_INTERVAL, interval);
    }

    @Override
    public HubOptions clientTimeoutInterval(Duration interval) {
        return set(Options.CLIENT_TIMEOUT_INTERVAL, interval);
    }

    @Override
    public HubOptions maximumReceiveMessageSize(long bytes) {
        return set(Options.MAXIMUM_RECEIVE_MESSAGE_SIZE, bytes);
    }

    @Override
    public HubOptions enableDetailedErrors(boolean enabled) {
        return set(Options.ENABLE_DETAILED_ERRORS, enabled);
    }

    @Override
    public HubOptions maximumParallelInvocations(int invocations) {
        return set(Options.MAXIMUM_PARALLEL_INVOCATIONS, invocations);
    }

    @Override
    public HubOptions maximumConcurrentStreams(int streams) {
        return set(Options.MAXIMUM_CONCURRENT_STREAMS, streams);
    }

    @Override
    public HubOptions streamBufferCapacity(int items) {
        return set(Options.STREAM_BUFFER_CAPACITY, items);
    }

    @Override
    public SettingsBuilder transports(Set<TransportType> transports) {
        return set(Options.TRANSPORTS, Set.copyOf(transports));
    }

    @Override
    public SettingsBuilder supportedProtocols(Set<String> names) {
        return set(Options.SUPPORTED_PROTOCOLS, names.isEmpty() ? names : ValueParsers.names(String.join(",", names)));
    }

    @Override
    public SettingsBuilder minimumProtocolVersion(int version) {
        return set(Options.MINIMUM_PROTOCOL_VERSION, version);
    }

    @Override
    public SettingsBuilder transportMaxBufferSize(long bytes) {
        return set(Options.TRANSPORT_MAX_BUFFER_SIZE, bytes);
    }

    @Override
    public SettingsBuilder applicationMaxBufferSize(long bytes) {
        return set(Options.APPLICATION_MAX_BUFFER_SIZE, bytes);
    }

    @Override
    public SettingsBuilder outboundByteLimit(long bytes) {
        return set(Options.OUTBOUND_BYTE_LIMIT, bytes);
    }

    @Override
    public SettingsBuilder transportSendTimeout(Duration timeout) {
        return set(Options.TRANSPORT_SEND_TIMEOUT, timeout);
    }

    @Override
    public SettingsBuilder longPollingPollTimeout(Duration timeout) {
        return set(Options.LONG_POLLING_POLL_TIMEOUT, timeout);
    }

    @Override
    public SettingsBuilder webSocketCloseTimeout(Duration timeout) {
        return set(Options.WEBSOCKET_CLOSE_TIMEOUT, timeout);
    }

    @Override
    public SettingsBuilder webSocketSubProtocols(List<String> names) {
        return set(Options.WEBSOCKET_SUB_PROTOCOLS, List.copyOf(names));
    }

    @Override
    public SettingsBuilder disconnectTimeout(Duration timeout) {
        return set(Options.DISCONNECT_TIMEOUT, timeout);
    }

    @Override
    public HubOptions clientResultTimeout(Duration timeout) {
        return set(Options.CLIENT_RESULT_TIMEOUT, timeout);
    }

    @Override
    public HubOptions maximumPendingClientResults(int results) {
        return set(Options.MAXIMUM_PENDING_CLIENT_RESULTS, results);
    }

    @Override
    public HubOptions allowStatefulReconnects(boolean allowed) {
        return set(Options.ALLOW_STATEFUL_RECONNECTS, allowed);
    }

    @Override
    public HubOptions statefulReconnectBufferSize(long bytes) {
        return set(Options.STATEFUL_RECONNECT_BUFFER_SIZE, bytes);
    }

    @Override
    public HubOptions maximumInvocationsPerSecond(int invocations) {
        return set(Options.MAXIMUM_INVOCATIONS_PER_SECOND, invocations);
    }

    @Override
    public HubOptions maximumGroupsPerConnection(int groups) {
        return set(Options.MAXIMUM_GROUPS_PER_CONNECTION, groups);
    }

    @Override
    public HubOptions maximumGroupNameLength(int characters) {
        return set(Options.MAXIMUM_GROUP_NAME_LENGTH, characters);
    }

    @Override
    public AccessOptions access() {
        return this;
    }

    @Override
    public AccessOptions allowedOrigins(Set<String> origins) {
        return set(Options.ALLOWED_ORIGINS, Set.copyOf(origins));
    }

    @Override
    public AccessOptions closeOnAuthenticationExpiration(boolean closed) {
        return set(Options.CLOSE_ON_AUTHENTICATION_EXPIRATION, closed);
    }

    @Override
    public AccessOptions enableAuthenticationRefresh(boolean enabled) {
        return set(Options.ENABLE_AUTHENTICATION_REFRESH, enabled);
    }

    @Override
    public AccessOptions maximumConnections(int connections) {
        return set(Options.MAXIMUM_CONNECTIONS, connections);
    }

    @Override
    public AccessOptions maximumPendingConnections(int connections) {
        return set(Options.MAXIMUM_PENDING_CONNECTIONS, connections);
    }

    @Override
    public AccessOptions maximumConnectionsPerAddress(int connections) {
        return set(Options.MAXIMUM_CONNECTIONS_PER_ADDRESS, connections);
    }

    @Override
    public AccessOptions maximumConnectionsPerUser(int connections) {
        return set(Options.MAXIMUM_CONNECTIONS_PER_USER, connections);
    }

    @Override
    public AccessOptions maximumPostSize(long bytes) {
        return set(Options.MAXIMUM_POST_SIZE, bytes);
    }

    @Override
    public AccessOptions maximumRequestHeaderSize(int characters) {
        return set(Options.MAXIMUM_REQUEST_HEADER_SIZE, characters);
    }
}
