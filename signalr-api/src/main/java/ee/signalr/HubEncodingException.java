// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/**
 * A value cannot be written by a hub protocol: its type is not supported, it refers to itself, or one of its accessors
 * failed. The cause tells which.
 */
public class HubEncodingException extends SignalRException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what could not be written
     * @param cause why
     */
    public HubEncodingException(String message, Throwable cause) {
        super(message, cause);
    }
}
