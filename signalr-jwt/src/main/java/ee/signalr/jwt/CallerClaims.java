// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import ee.signalr.spi.AuthenticatedCaller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads from the claims of a good token whom it stands for, as MicroProfile JWT says. Immutable.
 *
 * @param all the claims
 */
record CallerClaims(Map<String, Object> all) {

    private static final List<String> NAMES = List.of("upn", "preferred_username", "sub");
    private static final String GROUPS = "groups";

    /**
     * The caller.
     *
     * @throws RefusedTokenException when the claims name nobody, or roles in a form that nobody understands
     */
    AuthenticatedCaller caller(Instant expiry) throws RefusedTokenException {
        return new AuthenticatedCaller(new JwtPrincipal(name(), all), roles(), Optional.of(expiry));
    }

    /** A claim that is there but is not text hides those after it: half a name is no name. */
    private String name() throws RefusedTokenException {
        for (String claim : NAMES) {
            Object value = all.get(claim);
            if (value instanceof String text && !text.isBlank()) {
                return text;
            }
            if (value != null) {
                throw new RefusedTokenException("its claim " + claim + " is not a name");
            }
        }
        throw new RefusedTokenException("it names nobody");
    }

    private Set<String> roles() throws RefusedTokenException {
        Object groups = all.get(GROUPS);
        if (groups == null) {
            return Set.of();
        }
        if (!(groups instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw new RefusedTokenException("its claim " + GROUPS + " is not an array of texts");
        }
        return list.stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
