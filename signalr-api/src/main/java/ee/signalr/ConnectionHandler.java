// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Serves the bare byte stream of connections, without a hub protocol: what hubs themselves are built on. Clients negotiate and
 * connect as to a hub, over any transport; there is no handshake, no ping and no message but those of the application.
 * Implemented by a bean with {@link MapConnectionHandler}, which is {@code @ApplicationScoped} (one instance serves all
 * connections, as in ASP.NET Core) unless it says {@link ConnectionScoped} (one instance for each).
 *
 * <p>For one connection the callbacks run one after another: {@code onConnected}, then {@code onReceived} for all that came, then
 * {@code onDisconnected}; the next begins when the stage of the one before has completed. Callbacks of different connections run
 * at the same time. They run on threads that may block, never on one that serves the network, with the request scope and
 * {@link ConnectionScoped} active for their synchronous part. What waits for a slow callback is bounded by {@code
 * application-max-buffer-size}; past it the server stops reading from that client.
 */
public interface ConnectionHandler {

    /** What a callback returns that has done all it had to do: a stage that is complete. */
    CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    /**
     * A client has connected. Nothing is received before the stage completes. A failure is logged and ends the connection
     * ({@code SIGNALR-1100}); {@link #onDisconnected} is not called then. Does nothing by default.
     *
     * @param connection the connection; may be kept until it has ended
     * @return completes when the callback has ended; never null
     * @throws Exception as a stage that fails
     */
    default CompletionStage<?> onConnected(ConnectionContext connection) throws Exception {
        return DONE;
    }

    /**
     * Bytes have arrived. They are a stream: in order, nothing lost, and cut anywhere, also within what the client wrote at once
     * and within a character; text and binary WebSocket frames and POST bodies all come as bytes. A failure is logged and ends the
     * connection ({@code SIGNALR-1101}).
     *
     * @param connection where from
     * @param bytes what has arrived, at least one byte; the array is the callback's own
     * @return completes when the next callback may begin, for example {@code connection.send(…)}; never null
     * @throws Exception as a stage that fails
     */
    CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) throws Exception;

    /**
     * The connection has ended. Called once after a successful {@link #onConnected}; {@link ConnectionContext#aborted} has fired,
     * and what is sent is dropped. What the client sent before it closed has been received; after a failure, {@link
     * ConnectionContext#close} and {@link ConnectionContext#abort} what was still waiting is dropped. A failure is logged ({@code
     * SIGNALR-1102}). Does nothing by default.
     *
     * @param connection which
     * @param disconnection why
     * @return completes when the callback has ended; never null
     * @throws Exception as a stage that fails
     */
    default CompletionStage<?> onDisconnected(ConnectionContext connection, Disconnection disconnection)
            throws Exception {
        return DONE;
    }
}
