// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.samples;

/** The conversations in which our server is asked what the recorded one was asked. */
enum Dialogue {
    /** Asked nothing. */
    NONE,
    /** Negotiate requests. */
    NEGOTIATE,
    /** Requests to a hub that are refused. */
    REFUSALS,
    /** A long-polling connection from its first poll to after its end. */
    LONG_POLLING,
    /** A connection by server-sent events. */
    EVENTS,
    /** HTTP requests with the id of a connection that is on a WebSocket. */
    OF_A_WEB_SOCKET,
    /** WebSockets, one for each sample. */
    WEB_SOCKET,
    /** WebSockets on which MessagePack is spoken, one for each sample. */
    MESSAGE_PACK,
    /** MessagePack over HTTP. */
    MESSAGE_PACK_HTTP
}
