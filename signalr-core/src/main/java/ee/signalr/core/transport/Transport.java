// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.transport;

import ee.signalr.TransportType;

/**
 * The carrier of one connection. It exists so that the engine works on WebSockets, event streams, polls and in tests alike.
 *
 * <p>The connection calls {@link #send} only after the transport has told it that it is ready, and never while a send is
 * under way; the transport reports the outcome to the connection exactly once per send, on any thread, also from within
 * the call. {@link #close}, {@link #isOpen} and {@link #tick} may be called by any thread at any time.
 */
public interface Transport {

    /** What kind of carrier it is; never null. */
    TransportType type();

    /**
     * Sends one frame: whole messages, to be delivered as one WebSocket message, one event or one poll body. Must not
     * block.
     */
    void send(OutboundMessage frame);

    /** Ends the carrier. Idempotent; must not block and must not throw. */
    void close(CloseStatus status);

    /** Up to how many bytes waiting messages are joined into one frame; a single message may be larger. */
    default int maximumFrameSize() {
        return 65_536;
    }

    /** Whether the carrier can still deliver, as far as known. */
    boolean isOpen();

    /**
     * Called about once a second, for time limits of the carrier itself. Must not block.
     *
     * @param now the engine's clock in nanoseconds, comparable only to itself
     */
    void tick(long now);
}
