// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import ee.signalr.WebSocketSending;
import ee.signalr.core.transport.OutboundMessage;
import java.util.concurrent.Executor;

/**
 * How a frame is handed to the server's WebSockets: see {@link WebSocketSending}. It never keeps one client from its frames
 * because another one does not read. Thread-safe.
 */
@FunctionalInterface
interface FrameSending {

    /** Sends a frame by the carrier, which reports the outcome; nothing else is under way there. */
    void send(WebSocketTransport carrier, OutboundMessage frame);

    /**
     * The way that has been chosen.
     *
     * @param chosen not {@link WebSocketSending#AUTOMATIC}
     * @param workers runs what may wait for a client
     */
    static FrameSending of(WebSocketSending chosen, Executor workers) {
        return switch (chosen) {
            case AUTOMATIC, ASYNCHRONOUS -> WebSocketTransport::sendAsynchronously;
            case WORKER -> new WorkerSending(new WaitingSends(), workers);
            case CALLER -> new CallerSending(new WaitingSends());
        };
    }
}
