// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.spi.AuthenticatedCaller;
import ee.signalr.spi.TokenAuthenticator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accepts tokens that name their user, and perhaps roles: {@code ann.role.role}; none that begins with {@code bad}. */
final class NamingTokens implements TokenAuthenticator {

    private final Instant expiry;
    private final List<String> asked = new ArrayList<>();

    private NamingTokens(Instant expiry) {
        this.expiry = expiry;
    }

    static NamingTokens until(Instant expiry) {
        return new NamingTokens(expiry);
    }

    @Override
    public Optional<AuthenticatedCaller> authenticate(String token) {
        asked.add(token);
        if (token.startsWith("bad")) {
            return Optional.empty();
        }
        List<String> parts = Arrays.asList(token.split("\\."));
        Set<String> roles = Set.copyOf(parts.subList(1, parts.size()));
        return Optional.of(new AuthenticatedCaller(() -> parts.get(0), roles, Optional.of(expiry)));
    }

    /** The tokens that were to be checked. */
    List<String> asked() {
        return asked;
    }
}
