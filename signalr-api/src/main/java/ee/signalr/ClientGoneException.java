// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/**
 * A client that was asked for a result is not there: it was unknown ({@code Connection '<id>' does not exist.}), or it
 * disconnected before it answered ({@code Connection '<id>' disconnected.}). Stands for the {@code IOException} of ASP.NET Core,
 * under which name clients read of it where detailed errors are enabled.
 */
public class ClientGoneException extends SignalRException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message which client, and what became of it
     */
    public ClientGoneException(String message) {
        super(message);
    }
}
