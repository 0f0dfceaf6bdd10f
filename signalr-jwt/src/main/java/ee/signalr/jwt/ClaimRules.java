// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a token have to be. Immutable.
 *
 * @param issuer the only one that is accepted; null accepts any
 * @param audiences of which a token needs one; none accepts any
 * @param skew by how much the clock of the issuer may differ
 * @param maxAge how long ago a token may have been issued; null accepts any time
 */
record ClaimRules(
        @Nullable String issuer,
        Set<String> audiences,
        Duration skew,
        @Nullable Duration maxAge) {

    /** The end of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** Takes an immutable copy. */
    ClaimRules {
        audiences = Set.copyOf(audiences);
    }

    /**
     * Checks claims.
     *
     * @return when the token expires
     * @throws RefusedTokenException when they are not as they have to be
     */
    Instant check(Map<String, Object> claims, Instant now) throws RefusedTokenException {
        Instant expiry = time(claims, "exp").orElseThrow(() -> new RefusedTokenException("it never expires"));
        if (!now.isBefore(expiry.plus(skew))) {
            throw new RefusedTokenException("it has expired");
        }
        Optional<Instant> begin = time(claims, "nbf");
        if (begin.isPresent() && begin.get().isAfter(now.plus(skew))) {
            throw new RefusedTokenException("it is not valid yet");
        }
        checkAge(time(claims, "iat"), now);
        if (issuer != null && !issuer.equals(claims.get("iss"))) {
            throw new RefusedTokenException("it is of another issuer");
        }
        checkAudience(claims.get("aud"));
        return expiry;
    }

    private void checkAge(Optional<Instant> issued, Instant now) throws RefusedTokenException {
        if (maxAge == null) {
            return;
        }
        Instant begin = issued.orElseThrow(() -> new RefusedTokenException("nobody knows how old it is"));
        if (begin.isAfter(now.plus(skew))) {
            throw new RefusedTokenException("it is issued in the future");
        }
        if (begin.plus(maxAge).plus(skew).isBefore(now)) {
            throw new RefusedTokenException("it is too old");
        }
    }

    private void checkAudience(@Nullable Object audience) throws RefusedTokenException {
        if (audiences.isEmpty()) {
            return;
        }
        List<?> all = audience instanceof List<?> list ? list : audience == null ? List.of() : List.of(audience);
        if (all.stream().noneMatch(one -> one instanceof String text && audiences.contains(text))) {
            throw new RefusedTokenException("it is for another audience");
        }
    }

    private static Optional<Instant> time(Map<String, Object> claims, String name) throws RefusedTokenException {
        if (!claims.containsKey(name)) {
            return Optional.empty();
        }
        if (claims.get(name) instanceof Number number
                && number.doubleValue() >= 0
                && number.doubleValue() <= LAST_SECOND) {
            return Optional.of(Instant.ofEpochSecond(number.longValue()));
        }
        throw new RefusedTokenException("its claim " + name + " is not a time");
    }
}
