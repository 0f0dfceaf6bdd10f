// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.PingMessage;

/**
 * Pings a client and watches whether it is still there. Driven by the sweep; no timer of its own. The time limit for the client
 * runs from its first ping on, as in the reference, and not while its input is being worked on.
 */
final class KeepAlive {

    private final HubConnection hub;
    private final long pingNanos;
    private final long timeoutNanos;

    private long lastPing;
    private volatile boolean armed;
    private volatile boolean receiving;
    private volatile long lastReceived;

    KeepAlive(HubConnection hub, Settings settings, long now) {
        this.hub = hub;
        this.pingNanos = settings.nanos(Options.KEEP_ALIVE_INTERVAL);
        this.timeoutNanos = settings.nanos(Options.CLIENT_TIMEOUT_INTERVAL);
        this.lastPing = now;
        this.lastReceived = now;
    }

    /** The client has pinged. */
    void arm() {
        armed = true;
    }

    /** Input begins to be worked on. */
    void receiving() {
        receiving = true;
    }

    /** Input has been worked on. */
    void received(long now) {
        lastReceived = now;
        receiving = false;
    }

    /** Pings when it is time to; tells whether the client has been silent for too long. */
    boolean isClientLost(long now) {
        if (hub.transport() == TransportType.LONG_POLLING) {
            // A poll under way is sign of life enough, in both directions.
            return false;
        }
        if (now - lastPing > pingNanos && hub.transportConnection().isOutboundEmpty()) {
            lastPing = now;
            hub.write(PingMessage.INSTANCE);
        }
        if (!hub.transportConnection().waitingInput().hasRoom()) {
            // The server does not read from this client at the moment: its silence means nothing.
            lastReceived = now;
        }
        return armed && !receiving && now - lastReceived > timeoutNanos;
    }
}
