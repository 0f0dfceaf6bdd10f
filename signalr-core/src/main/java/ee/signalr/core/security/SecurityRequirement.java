// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.security;

import java.util.Set;

/**
 * What a hub, or a method of it, asks of callers: resolved once, at deployment. Immutable.
 *
 * @param kind what is asked
 * @param roles of which a caller needs one; none unless roles are asked
 */
public record SecurityRequirement(Kind kind, Set<String> roles) {

    /** Nothing is said. */
    public static final SecurityRequirement NONE = new SecurityRequirement(Kind.NONE, Set.of());

    /** Everybody may, also where something else is said of the whole. */
    public static final SecurityRequirement PERMIT_ALL = new SecurityRequirement(Kind.PERMIT_ALL, Set.of());

    /** Nobody may. */
    public static final SecurityRequirement DENY_ALL = new SecurityRequirement(Kind.DENY_ALL, Set.of());

    /** What is asked of callers. */
    public enum Kind {
        /** Nothing is said. */
        NONE,
        /** Everybody may. */
        PERMIT_ALL,
        /** Nobody may. */
        DENY_ALL,
        /** Whoever has one of the roles may. */
        ROLES
    }

    /** What a caller gets. */
    public enum Access {
        /** What it wants. */
        GRANTED,
        /** Nothing before it has said who it is. */
        UNAUTHENTICATED,
        /** Nothing, being who it is. */
        FORBIDDEN
    }

    /** Takes an immutable copy. */
    public SecurityRequirement {
        roles = Set.copyOf(roles);
    }

    /** Whoever has one of the roles may; no role at all lets nobody in. */
    public static SecurityRequirement roles(Set<String> roles) {
        return new SecurityRequirement(Kind.ROLES, roles);
    }

    /** This, or what is said of the whole where nothing is said here. */
    public SecurityRequirement or(SecurityRequirement whole) {
        return kind == Kind.NONE ? whole : this;
    }

    /** Whether nobody is asked. */
    public boolean isOpen() {
        return kind == Kind.NONE || kind == Kind.PERMIT_ALL;
    }

    /** What a caller gets. */
    public Access access(CallerIdentity caller) {
        return switch (kind) {
            case NONE, PERMIT_ALL -> Access.GRANTED;
            case DENY_ALL -> refused(caller);
            case ROLES -> roles.stream().anyMatch(caller::isInRole) ? Access.GRANTED : refused(caller);
        };
    }

    private static Access refused(CallerIdentity caller) {
        return caller.isAuthenticated() ? Access.FORBIDDEN : Access.UNAUTHENTICATED;
    }
}
