// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.ConnectionEndpoint;

/**
 * What a path is for.
 *
 * @param endpoint whose path it is
 * @param purpose what is done there
 */
record HubRoute(ConnectionEndpoint endpoint, Purpose purpose) {

    /** What is done at a path of a hub. */
    enum Purpose {
        /** Clients ask how they may connect. */
        NEGOTIATE,
        /** Clients bring a new authentication. */
        REFRESH,
        /** Clients connect, send and end. */
        CONNECT
    }
}
