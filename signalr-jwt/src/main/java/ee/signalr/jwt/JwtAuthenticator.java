// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import ee.signalr.spi.AuthenticatedCaller;
import ee.signalr.spi.TokenAuthenticator;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Accepts tokens that one issuer has signed, as MicroProfile JWT says. Thread-safe. */
final class JwtAuthenticator implements TokenAuthenticator {

    /** Longer tokens are not looked at. */
    static final int MAX_LENGTH = 16 * 1024;

    private static final System.Logger LOG = System.getLogger(JwtAuthenticator.class.getName());

    private final SignatureCheck signature;
    private final ClaimRules rules;
    private final Clock clock;

    JwtAuthenticator(SignatureCheck signature, ClaimRules rules, Clock clock) {
        this.signature = signature;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Optional<AuthenticatedCaller> authenticate(String token) {
        try {
            return Optional.of(caller(token));
        } catch (RefusedTokenException refused) {
            LOG.log(System.Logger.Level.DEBUG, () -> "A token is refused: " + refused.getMessage());
            return Optional.empty();
        }
    }

    /** The caller whom a token stands for; or why it stands for nobody. */
    AuthenticatedCaller caller(String token) throws RefusedTokenException {
        if (token.length() > MAX_LENGTH) {
            throw new RefusedTokenException("it has more than " + MAX_LENGTH + " characters");
        }
        Map<String, Object> claims = signature.claims(token);
        return new CallerClaims(claims).caller(rules.check(claims, clock.instant()));
    }
}
