// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

/** The kinds of hub messages with their numbers on the wire. */
public enum HubMessageType {
    /** A call, either way. */
    INVOCATION(1),
    /** One item of a stream, either way. */
    STREAM_ITEM(2),
    /** The end of a call or of a stream, either way. */
    COMPLETION(3),
    /** A call from the client that is answered by a stream. */
    STREAM_INVOCATION(4),
    /** The client is no longer interested in the answer to a call. */
    CANCEL_INVOCATION(5),
    /** A sign of life. */
    PING(6),
    /** The connection ends. */
    CLOSE(7),
    /** Stateful reconnect: what has been received. */
    ACK(8),
    /** Stateful reconnect: where sending starts again. */
    SEQUENCE(9);

    private final int number;

    HubMessageType(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** Whether messages of this kind are counted, so that none is lost or doubled when a client comes back. */
    public boolean isCounted() {
        return number <= CANCEL_INVOCATION.number;
    }
}
