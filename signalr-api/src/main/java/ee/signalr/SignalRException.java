// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/** The root of the exceptions of this product. All are unchecked. */
public class SignalRException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param message what went wrong
     */
    public SignalRException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message what went wrong
     * @param cause what caused it
     */
    public SignalRException(String message, Throwable cause) {
        super(message, cause);
    }
}
