// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;

/**
 * One connection of a client to a {@link ConnectionHandler}. Thread-safe; may be kept and used on any thread. All methods keep
 * working after the connection has ended, those that send then do nothing.
 */
public interface ConnectionContext {

    /**
     * The public id of the connection. Not a secret; the token that the client's transport uses is another one, where the
     * client has negotiated.
     *
     * @return the id; never null, the same for the whole life of the connection
     */
    String connectionId();

    /**
     * The identity that the container had established for the request that opened the transport.
     *
     * @return the principal, or empty for an anonymous client
     */
    Optional<Principal> principal();

    /**
     * Values that the application keeps with the connection.
     *
     * @return the live map of this connection; never null, the same map every time
     */
    ConcurrentMap<String, Object> items();

    /**
     * How the client is connected.
     *
     * @return the transport; never null
     */
    TransportType transport();

    /**
     * How messages leave, as the handler has declared it.
     *
     * @return the format; never null
     */
    TransferFormat transferFormat();

    /**
     * What the HTTP request that opened the transport said.
     *
     * @return the snapshot; never null
     */
    HttpRequestSnapshot httpRequest();

    /**
     * Sends bytes as one message: one WebSocket message, one event or the body of one poll. Messages leave in the order in which
     * the calls of this method returned. The calling thread never waits for a slow client; one that lets more than {@code
     * outbound-byte-limit} bytes pile up is disconnected.
     *
     * <p>With {@link TransferFormat#TEXT} the message goes in a text frame where the transport is a WebSocket; bytes that are not
     * UTF-8, which no text frame can hold, go in a binary one. An event stream has lines, so there every line break, also a
     * carriage return alone, arrives as a line feed. No bytes at all are no message.
     *
     * @param bytes what to send; must not be changed any more
     * @return a stage that completes as soon as the client's queue has room (below {@code transport-max-buffer-size}) or the
     *     connection has ended; it never fails for a dead client. What depends on it may block
     */
    CompletionStage<Void> send(byte[] bytes);

    /**
     * Sends text as one message, in UTF-8; otherwise as {@link #send(byte[])}.
     *
     * @param text what to send
     * @return as for {@link #send(byte[])}
     */
    CompletionStage<Void> send(String text);

    /**
     * Fires when the connection has ended for whatever reason, before {@link ConnectionHandler#onDisconnected} runs and while an
     * earlier callback may still be running.
     *
     * @return the signal of this connection; never null
     */
    CancellationToken aborted();

    /**
     * Ends the connection in order: what has been sent leaves first, a WebSocket is closed with code 1000. Returns at once; what
     * is received or sent from now on is dropped. Calls after the first do nothing.
     */
    void close();

    /** Cuts the connection off; what waits to be sent is dropped. Returns at once; calls after the first do nothing. */
    void abort();
}
