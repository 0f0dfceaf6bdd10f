// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.connection.ConnectionLife.Loss;
import ee.signalr.core.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A carrier that may be replaced by another one, on which its client comes back. What it tells the connection is bound to it:
 * once it has been replaced, nothing of it is heard any more, however late it comes. Thread-safe, except that {@link #receive}
 * is for one caller at a time.
 */
public abstract class ReplaceableTransport implements Transport {

    private volatile @Nullable TransportConnection connection;

    /** Makes a carrier of the connection, to be {@linkplain TransportConnection#start started}. */
    protected ReplaceableTransport(TransportConnection connection) {
        this.connection = connection;
    }

    /** The connection that it carries, or did; null when it has {@linkplain #letGo let go} of it. */
    protected final @Nullable TransportConnection connection() {
        return connection;
    }

    /** It can send a frame. */
    protected final void ready() {
        TransportConnection carried = connection;
        if (carried != null) {
            carried.outbound().ready(this);
        }
    }

    /** The frame has left. */
    protected final void sent() {
        TransportConnection carried = connection;
        if (carried != null) {
            carried.outbound().sent(this);
        }
    }

    /** The frame has not left, and it is of no use any more. */
    protected final void sendFailed(Throwable cause) {
        TransportConnection carried = connection;
        if (carried != null) {
            carried.sendFailed(this, cause);
        }
    }

    /** Feeds bytes of the client; the array is the connection's from now on. */
    protected final void receive(byte[] bytes) {
        TransportConnection carried = connection;
        if (carried == null) {
            return;
        }
        if (!carried.life().isResumable()) {
            carried.receive(bytes);
            return;
        }
        // The thread of the carrier before this one may still be at work on what came last.
        carried.waitingInput().reserve(bytes.length);
        carried.inputTurns().take(() -> {
            try {
                carried.waitingInput().release(bytes.length);
                if (carried.transport() == this) {
                    carried.receive(bytes);
                }
            } finally {
                carried.inputTurns().pass();
            }
        });
    }

    /** The client has closed it, and does not come back. */
    protected final void closedByClient() {
        TransportConnection carried = connection;
        if (carried != null && carried.life().settleFor(this)) {
            carried.transportClosed(null);
        }
    }

    /** It has vanished: the client may come back, if that has been allowed, or else the connection ends. Idempotent. */
    protected final void vanished() {
        TransportConnection carried = connection;
        if (carried != null && carried.lose(this) == Loss.FATAL) {
            carried.transportClosed(null);
        }
    }

    /**
     * Cuts the connection off.
     *
     * @param cause why, for the handler; null when nothing failed
     */
    protected final void cutOff(@Nullable Throwable cause) {
        TransportConnection carried = connection;
        if (carried != null && carried.life().settleFor(this)) {
            carried.abort(cause);
        }
    }

    /** It has ended, and forgets its connection: others may keep it for longer than that lives. */
    protected final void letGo() {
        connection = null;
    }
}
