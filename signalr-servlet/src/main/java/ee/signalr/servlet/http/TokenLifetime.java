// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.security.CallerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** How long an authentication holds, as clients are told. Stateless. */
final class TokenLifetime {

    private TokenLifetime() {}

    /** Whole seconds; empty when it is not known, or past. */
    static OptionalInt seconds(CallerIdentity caller, Instant now) {
        Instant expiry = caller.expiry();
        if (expiry == null || caller.isExpired(now)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                (int) Math.min(Integer.MAX_VALUE, Duration.between(now, expiry).getSeconds()));
    }
}
