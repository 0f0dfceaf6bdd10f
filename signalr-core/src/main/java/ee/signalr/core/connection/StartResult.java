// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

/** What came of attaching a transport to a connection. */
public enum StartResult {
    /** The transport serves the connection from now on. */
    STARTED,
    /** The transport serves the connection from now on, instead of another one: the client has come back. */
    RESUMED,
    /** The connection has a transport of the same type already. */
    ALREADY_STARTED,
    /** The connection has a transport of another type. */
    TRANSPORT_CHANGED,
    /** The connection has ended meanwhile. */
    ENDED
}
