// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The options of the hubs, set in code by an observer of {@link SignalRConfiguration}. Each setter says its default, which
 * is that of ASP.NET Core where there is one, and its range; a value out of range throws
 * {@link IllegalArgumentException}. The name of the option in MicroProfile Config and in servlet context parameters is the
 * setter's in lower case with dashes: {@code signalr.keep-alive-interval}, or for one hub
 * {@code signalr.hub.<name>.keep-alive-interval}. Durations are written {@code 15s}, {@code 500ms}, {@code 2m} or in ISO-8601,
 * sizes in bytes.
 *
 * <p>Not thread-safe; for the duration of the event only.
 */
public interface HubOptions {

    /**
     * How long a client may take from opening its transport to a complete handshake.
     *
     * @param timeout more than zero; 15 seconds by default
     * @return this
     */
    HubOptions handshakeTimeout(Duration timeout);

    /**
     * How often the server pings. Clients expect less than half of their server timeout (30 seconds by default).
     *
     * @param interval more than zero; 15 seconds by default
     * @return this
     */
    HubOptions keepAliveInterval(Duration interval);

    /**
     * How long a client that has pinged once may be silent before it is disconnected. Does not apply to long polling.
     *
     * @param interval more than zero, and at least the keep-alive interval; 30 seconds by default
     * @return this
     */
    HubOptions clientTimeoutInterval(Duration interval);

    /**
     * The size of the largest single message that a client may send, framing included.
     *
     * @param bytes more than zero; 32,768 (32 KB) by default; {@link Long#MAX_VALUE}, in configuration {@code unlimited}, for no
     *     limit
     * @return this
     */
    HubOptions maximumReceiveMessageSize(long bytes);

    /**
     * Whether clients may read the text of any exception, not only of {@link HubException}. For development.
     *
     * @param enabled false by default
     * @return this
     */
    HubOptions enableDetailedErrors(boolean enabled);

    /**
     * How many calls of one client may run at the same time. With more than one their order is not kept.
     *
     * @param invocations at least 1, the default
     * @return this
     */
    HubOptions maximumParallelInvocations(int invocations);

    /**
     * How many streams one client may have at the same time, those that it gets and those that it sends together. A call that
     * would need more completes with an error.
     *
     * @param streams at least 1; 100 by default (ASP.NET Core has no such limit)
     * @return this
     */
    HubOptions maximumConcurrentStreams(int streams);

    /**
     * How many items of a stream that a client sends may wait for the hub method without counting as waiting input; see
     * {@link #applicationMaxBufferSize}.
     *
     * @param items at least 1; 10 by default
     * @return this
     */
    HubOptions streamBufferCapacity(int items);

    /**
     * The transports that the hub offers.
     *
     * @param transports at least one; all by default
     * @return this
     */
    HubOptions transports(Set<TransportType> transports);

    /**
     * The hub protocols that clients may speak.
     *
     * @param names at least one, ignoring case, for example {@code json} and {@code messagepack}; all that there are by default.
     *     A name that no protocol has fails the deployment
     * @return this
     */
    HubOptions supportedProtocols(Set<String> names);

    /**
     * The lowest version of negotiate that is accepted.
     *
     * @param version 0 (the default) or 1
     * @return this
     */
    HubOptions minimumProtocolVersion(int version);

    /**
     * How many bytes may wait for one client before a {@linkplain ClientProxy#send send} to it alone completes later.
     *
     * @param bytes 0 for no limit but {@link #outboundByteLimit}; 65,536 (64 KB) by default
     * @return this
     */
    HubOptions transportMaxBufferSize(long bytes);

    /**
     * How many bytes of unanswered calls of one client may wait on the server before it stops reading from that client.
     * One message more is always accepted.
     *
     * @param bytes 0 for no limit; 65,536 (64 KB) by default
     * @return this
     */
    HubOptions applicationMaxBufferSize(long bytes);

    /**
     * How many bytes may wait for one client before it is disconnected. One message into an empty queue is always accepted.
     *
     * @param bytes more than zero; 4,194,304 (4 MB) by default
     * @return this
     */
    HubOptions outboundByteLimit(long bytes);

    /**
     * How long a single write to a client may take before the client is disconnected.
     *
     * @param timeout more than zero; 10 seconds by default; {@link java.time.temporal.ChronoUnit#FOREVER}'s duration, in
     *     configuration {@code infinite}, for no limit
     * @return this
     */
    HubOptions transportSendTimeout(Duration timeout);

    /**
     * How long a poll waits for data before it is answered empty.
     *
     * @param timeout more than zero; 90 seconds by default
     * @return this
     */
    HubOptions longPollingPollTimeout(Duration timeout);

    /**
     * How long a WebSocket may take to close from the server's Close frame to the client's.
     *
     * @param timeout more than zero; 5 seconds by default
     * @return this
     */
    HubOptions webSocketCloseTimeout(Duration timeout);

    /**
     * The WebSocket sub-protocols that the server speaks, in order of preference. The first that a client offers is agreed on
     * ({@code Sec-WebSocket-Protocol}); with none in common the WebSocket opens without one.
     *
     * @param names the names, each a token of HTTP; none by default
     * @return this
     */
    HubOptions webSocketSubProtocols(List<String> names);

    /**
     * How long a connection may be without a transport: negotiated but not connected, between two polls, or lost by a client
     * that may come back ({@link #allowStatefulReconnects}).
     *
     * @param timeout more than zero; 15 seconds by default
     * @return this
     */
    HubOptions disconnectTimeout(Duration timeout);

    /**
     * How long a client may take to answer when it is asked for a result. Looked after once a second. ASP.NET Core has no limit.
     *
     * @param timeout more than zero; 30 seconds by default
     * @return this
     * @see SingleClientProxy#withTimeout
     */
    HubOptions clientResultTimeout(Duration timeout);

    /**
     * How many results one client may owe at a time; asking it for more fails.
     *
     * @param results at least 1; 1,000 by default
     * @return this
     */
    HubOptions maximumPendingClientResults(int results);

    /**
     * Whether a client that asks for it keeps its connection when its WebSocket is lost: it comes back within the {@linkplain
     * #disconnectTimeout disconnect time-out} with the same connection id, groups and running calls, and no message is lost.
     *
     * @param allowed false by default
     * @return this
     */
    HubOptions allowStatefulReconnects(boolean allowed);

    /**
     * How many bytes of messages that a client has not confirmed are kept for it, when it may come back, before a {@linkplain
     * ClientProxy#send send} to it alone completes later. They count towards the {@linkplain #outboundByteLimit limit} at
     * which it is disconnected.
     *
     * @param bytes more than zero; 100,000 by default
     * @return this
     */
    HubOptions statefulReconnectBufferSize(long bytes);

    /**
     * How many calls one client may make per second, on average over a few seconds: unknown methods, refused calls and streams
     * count too. A call past it completes with an error; the connection goes on.
     *
     * @param invocations 0, no limit, by default
     * @return this
     */
    HubOptions maximumInvocationsPerSecond(int invocations);

    /**
     * In how many groups one connection may be; joining another fails.
     *
     * @param groups 1,000 by default; 0 for no limit
     * @return this
     */
    HubOptions maximumGroupsPerConnection(int groups);

    /**
     * How long the name of a group may be; joining one with a longer name fails.
     *
     * @param characters 256 by default; 0 for no limit
     * @return this
     */
    HubOptions maximumGroupNameLength(int characters);

    /**
     * Who may connect, and how much of it.
     *
     * @return the options; never null
     */
    AccessOptions access();
}
