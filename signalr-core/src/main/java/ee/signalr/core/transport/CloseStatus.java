// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.transport;

/** How a transport is to say goodbye. */
public enum CloseStatus {
    /** In order: WebSocket close code 1000, the event stream ends, a poll is answered 204. */
    NORMAL,
    /** As in order, behind a message that has told the client: it may close a WebSocket by itself, and does so at once as a rule. */
    FAREWELL,
    /** The application failed: WebSocket close code 1011, otherwise as in order. */
    ERROR,
    /** The peer is dead or misbehaves: cut off without ceremony. */
    ABORTED
}
