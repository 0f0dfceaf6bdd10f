// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.Locale;

/**
 * How frames are handed to the server's WebSockets. With each, frames of one client leave in order and one at a time, and a client that
 * does not read keeps no other one from its messages. Immutable.
 */
public enum WebSocketSending {
    /** As has been measured to be best on the server that it runs on. */
    AUTOMATIC,
    /** The server takes a frame at once, and tells later that it has left. No thread waits. */
    ASYNCHRONOUS,
    /** A thread for output waits until the frame has left. When many wait already, frames are sent asynchronously. */
    WORKER,
    /**
     * The thread that runs a call waits until a frame to the caller itself has left, so a caller that does not read is a call that takes
     * long. Frames to others, and all when many threads wait already, are sent asynchronously.
     */
    CALLER;

    /**
     * The name in configuration.
     *
     * @return in lower case; never null
     */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
