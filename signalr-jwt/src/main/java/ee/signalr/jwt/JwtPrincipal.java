// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.security.Principal;
import java.util.Map;

/**
 * The caller for whom a token stands. Two are equal when their names are. Shows nothing but the name as text. Immutable, safe on any
 * thread.
 */
public final class JwtPrincipal implements Principal {

    private final String name;
    private final Map<String, Object> claims;

    JwtPrincipal(String name, Map<String, Object> claims) {
        this.name = name;
        this.claims = claims;
    }

    /** The claim {@code upn}, or else {@code preferred_username}, or else {@code sub}. */
    @Override
    public String getName() {
        return name;
    }

    /**
     * All claims of the token, by name: text, {@code Long}, {@code Double}, {@code Boolean}, {@code null}, lists and maps of such.
     *
     * @return an unmodifiable map
     */
    public Map<String, Object> claims() {
        return claims;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JwtPrincipal principal && name.equals(principal.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
