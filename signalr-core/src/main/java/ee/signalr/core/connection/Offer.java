// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.connection;

/** What came of offering a message to an outbound queue. */
enum Offer {
    ACCEPTED,
    /** More waits than is allowed: the connection is to be cut off. */
    OVERFLOW,
    /** The queue takes nothing any more; the message is dropped. */
    CLOSED
}
