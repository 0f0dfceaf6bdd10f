// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

/** How a connection is to be found by its client. */
public enum ConnectionKind {
    /** By its id: made without negotiate, or by negotiate version 0. */
    FOUND_BY_ID,
    /** By a secret token, as negotiate version 1 has it. */
    FOUND_BY_TOKEN,
    /** By a secret token, also by a client that has lost its carrier and comes back on another. */
    RESUMABLE
}
