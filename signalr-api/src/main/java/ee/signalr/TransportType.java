// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/** How the bytes of a connection travel. The names on the wire are those of the negotiate answer. */
public enum TransportType {
    /** A WebSocket, both ways, text or binary. */
    WEB_SOCKETS("WebSockets"),
    /** An event stream to the client and HTTP POST from it; text only. */
    SERVER_SENT_EVENTS("ServerSentEvents"),
    /** HTTP GET requests that wait for data and HTTP POST from the client; text or binary. */
    LONG_POLLING("LongPolling");

    private final String wireName;

    TransportType(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The name by which clients know the transport.
     *
     * @return the name as in the negotiate answer, for example {@code WebSockets}; never null
     */
    public String wireName() {
        return wireName;
    }
}
