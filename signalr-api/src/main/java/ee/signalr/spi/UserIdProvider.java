// SPDX-License-Identifier: Apache-2.0
package ee.signalr.spi;

import ee.signalr.HubCallerContext;
import java.util.Optional;

/**
 * Tells whose connection it is. A bean of this type replaces the default, which takes the name of the principal; more than
 * one is a definition error. Implementations must be thread-safe.
 */
public interface UserIdProvider {

    /**
     * The user id of a new connection, by which {@code user(id)} reaches it. Called once per connection, during its
     * handshake, on a thread that may block; what it throws ends the handshake with an error.
     *
     * @param connection the connection; its {@link HubCallerContext#userIdentifier()} is empty at this time
     * @return the user id, or empty when the connection is not to be addressed by user
     */
    Optional<String> userId(HubCallerContext connection);
}
