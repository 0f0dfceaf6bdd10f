// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a connection ended, as given to a method marked {@link OnDisconnected} and to a {@link ConnectionHandler}. Immutable.
 *
 * @param cause empty when the client closed, vanished or was aborted by the application; otherwise the failure: a client
 *     timeout, a protocol error, a failed write, the failure of a connection handler, or a {@link HubException} with the text that the client gave when it
 *     closed
 */
public record Disconnection(Optional<Throwable> cause) {

    /**
     * Makes a disconnection.
     *
     * @param cause why the connection ended, if anything failed
     * @throws NullPointerException when {@code cause} is null
     */
    public Disconnection {
        Objects.requireNonNull(cause, "cause");
    }
}
