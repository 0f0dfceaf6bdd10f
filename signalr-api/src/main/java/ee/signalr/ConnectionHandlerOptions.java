// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The options of a {@link ConnectionHandler}, set in code by an observer of {@link SignalRConfiguration}: those of {@link
 * HubOptions} that are about connections and not about hubs, with the same defaults, ranges and names in configuration. A value out
 * of range throws {@link IllegalArgumentException}.
 *
 * <p>Not thread-safe; for the duration of the event only.
 */
public interface ConnectionHandlerOptions {

    /**
     * The transports that are offered. A binary handler does not offer Server-Sent Events in any case.
     *
     * @param transports at least one; all by default
     * @return this
     */
    ConnectionHandlerOptions transports(Set<TransportType> transports);

    /**
     * The lowest version of negotiate that is accepted.
     *
     * @param version 0 (the default) or 1
     * @return this
     */
    ConnectionHandlerOptions minimumProtocolVersion(int version);

    /**
     * How many bytes may wait for one client before a {@linkplain ConnectionContext#send(byte[]) send} completes later.
     *
     * @param bytes 0 for no limit; 65,536 (64 KB) by default
     * @return this
     */
    ConnectionHandlerOptions transportMaxBufferSize(long bytes);

    /**
     * How many bytes of one client may wait for the handler before the server stops reading from that client.
     *
     * @param bytes 0 for no limit; 65,536 (64 KB) by default
     * @return this
     */
    ConnectionHandlerOptions applicationMaxBufferSize(long bytes);

    /**
     * How many bytes may wait for one client before it is disconnected. One message into an empty queue is always accepted.
     *
     * @param bytes more than zero; 4,194,304 (4 MB) by default
     * @return this
     */
    ConnectionHandlerOptions outboundByteLimit(long bytes);

    /**
     * How long a single write to a client may take before the client is disconnected.
     *
     * @param timeout more than zero; 10 seconds by default; {@link java.time.temporal.ChronoUnit#FOREVER}'s duration, in
     *     configuration {@code infinite}, for no limit
     * @return this
     */
    ConnectionHandlerOptions transportSendTimeout(Duration timeout);

    /**
     * How long a poll waits for data before it is answered empty.
     *
     * @param timeout more than zero; 90 seconds by default
     * @return this
     */
    ConnectionHandlerOptions longPollingPollTimeout(Duration timeout);

    /**
     * How long a WebSocket may take to close from the server's Close frame to the client's.
     *
     * @param timeout more than zero; 5 seconds by default
     * @return this
     */
    ConnectionHandlerOptions webSocketCloseTimeout(Duration timeout);

    /**
     * The WebSocket sub-protocols that the server speaks, in order of preference.
     *
     * @param names the names; none by default
     * @return this
     */
    ConnectionHandlerOptions webSocketSubProtocols(List<String> names);

    /**
     * How long a connection may be without a transport: negotiated but not connected, or between two polls.
     *
     * @param timeout more than zero; 15 seconds by default
     * @return this
     */
    ConnectionHandlerOptions disconnectTimeout(Duration timeout);

    /**
     * Who may connect, and how much of it.
     *
     * @return the options; never null
     */
    AccessOptions access();
}
