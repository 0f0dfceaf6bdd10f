// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.transport.Transport;
import java.time.InstantSource;

/**
 * Looks after the time limits of connections, about once a second. Thread-safe.
 *
 * @param wallClock tells when authentications have expired
 */
record ConnectionSweep(InstantSource wallClock) {

    private static final System.Logger LOG = System.getLogger(ConnectionSweep.class.getName());

    /**
     * Ends a connection for which it is time, and lets the others look after theirs.
     *
     * @param now nanoseconds, as {@link System#nanoTime}
     */
    void look(TransportConnection connection, long now) {
        Settings settings = connection.endpoint().settings();
        if (connection.life().expire(now, settings)) {
            connection.abort(null);
            return;
        }
        if (settings.get(Options.CLOSE_ON_AUTHENTICATION_EXPIRATION)
                && connection.caller().isExpired(wallClock.instant())) {
            LOG.log(System.Logger.Level.DEBUG, "The authentication of {0} has expired", connection);
            connection.endInput();
        }
        if (connection.outbound().isSendingLongerThan(settings.nanos(Options.TRANSPORT_SEND_TIMEOUT), now)) {
            connection.abort(new SendTimeoutException(connection.id()));
            return;
        }
        Transport carrier = connection.life().transport();
        if (carrier != null) {
            carrier.tick(now);
        }
        connection.input().tick(now);
    }
}
