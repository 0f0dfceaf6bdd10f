// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.security;

import java.security.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as the server has found out. Immutable.
 *
 * @param principal whom the server has authenticated; null when nobody
 * @param roles the roles that are known of it
 * @param expiry until when the authentication holds; null when that is not known
 */
public record CallerIdentity(
        @Nullable Principal principal,
        Set<String> roles,
        @Nullable Instant expiry) {

    /** Nobody in particular. */
    public static final CallerIdentity ANONYMOUS = new CallerIdentity(null, Set.of(), null);

    /** Stands for every role, in annotations. */
    public static final String ANY_ROLE = "**";

    /** Takes an immutable copy. */
    public CallerIdentity {
        roles = Set.copyOf(roles);
    }

    /** A caller whom the container has authenticated, for as long as it says so. */
    public static CallerIdentity of(Principal principal, Set<String> roles) {
        return new CallerIdentity(principal, roles, null);
    }

    /** Whether it is anybody. */
    public boolean isAuthenticated() {
        return principal != null;
    }

    /** Whether it has a role; {@link #ANY_ROLE} has whoever is authenticated. */
    public boolean isInRole(String role) {
        return roles.contains(role) || (role.equals(ANY_ROLE) && isAuthenticated());
    }

    /** Whether both are one user, by name; nobody is the same as nobody. */
    public boolean isSameUser(CallerIdentity other) {
        return Objects.equals(name(), other.name());
    }

    /** The name of the principal; null when there is none. */
    public @Nullable String name() {
        return principal == null ? null : principal.getName();
    }

    /** The same caller with other roles. */
    public CallerIdentity withRoles(Set<String> others) {
        return new CallerIdentity(principal, others, expiry);
    }

    /** Whether the authentication holds no more. */
    public boolean isExpired(Instant now) {
        return expiry != null && !now.isBefore(expiry);
    }
}
