// SPDX-License-Identifier: Apache-2.0
package ee.signalr.spi;

import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a token stands for. Immutable.
 *
 * @param principal who it is; its name is the default user identifier
 * @param roles the roles of the caller
 * @param expiry until when the token is good; empty when it does not say
 */
public record AuthenticatedCaller(Principal principal, Set<String> roles, Optional<Instant> expiry) {

    /**
     * Makes a caller, with an immutable copy of the roles.
     *
     * @param principal who it is
     * @param roles the roles of the caller
     * @param expiry until when the token is good; empty when it does not say
     * @throws NullPointerException when anything is null
     */
    public AuthenticatedCaller {
        Objects.requireNonNull(principal, "principal");
        roles = Set.copyOf(roles);
        Objects.requireNonNull(expiry, "expiry");
    }
}
