// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/**
 * A failure whose text the client may read. Thrown by a hub method (or completing its stage), it completes the call with
 * {@code An unexpected error occurred invoking '<method>' on the server. HubException: <message>}. The message of any
 * other exception stays on the server, unless {@code enable-detailed-errors} is on. The server throws it too, where a
 * client reports a failure.
 */
public class HubException extends SignalRException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param message what the client may read
     */
    public HubException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause. The cause is logged and never sent.
     *
     * @param message what the client may read
     * @param cause what caused it
     */
    public HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
