// SPDX-License-Identifier: Apache-2.0
package ee.signalr.jwt;

import java.time.Duration;
import java.util.Set;

/** Authenticators as configured for the tests; their clock stands at {@link TestToken#NOW}. */
final class TestAuthenticator {

    static final Duration SKEW = Duration.ofSeconds(60);
    static final ClaimRules STRICT =
            new ClaimRules(TestToken.ISSUER, Set.of(TestToken.AUDIENCE, "voice"), SKEW, Duration.ofHours(1));
    static final ClaimRules LAX = new ClaimRules(null, Set.of(), Duration.ZERO, null);

    private TestAuthenticator() {}

    /** One that knows the RSA key under the id of good tokens. */
    static JwtAuthenticator of(ClaimRules rules) {
        return of(SignatureAlgorithm.RS256, TestKeys.jwks(TestKeys.jwk(TestKeys.RSA.getPublic(), "one")), rules);
    }

    static JwtAuthenticator of(SignatureAlgorithm algorithm, String keys, ClaimRules rules) {
        KeySource source = new KeyParser(algorithm).parse(keys)::candidates;
        return new JwtAuthenticator(new SignatureCheck(algorithm, source), rules, TestToken.CLOCK);
    }
}
