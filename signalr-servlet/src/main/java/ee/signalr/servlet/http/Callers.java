// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.security.CallerIdentity;
import ee.signalr.servlet.http.Caller.Standing;
import ee.signalr.spi.AuthenticatedCaller;
import ee.signalr.spi.TokenAuthenticator;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out who sends requests: whom the container has authenticated, or else whom a token stands for, where tokens are accepted.
 * Thread-safe.
 */
final class Callers {

    private static final System.Logger LOG = System.getLogger(Callers.class.getName());

    private final HubService service;

    Callers(HubService service) {
        this.service = service;
    }

    /** Who sends a request. Asked once for each. */
    Caller identify(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal != null) {
            return new Caller(ofContainer(principal, request), Standing.CONTAINER);
        }
        Optional<TokenAuthenticator> authenticator = service.authenticator();
        return authenticator.isEmpty()
                ? Caller.ANONYMOUS
                : BearerToken.of(request)
                        .map(token -> ofToken(authenticator.get(), token))
                        .orElse(Caller.ANONYMOUS);
    }

    private CallerIdentity ofContainer(Principal principal, HttpServletRequest request) {
        return CallerIdentity.of(
                principal,
                service.roleNames().stream().filter(request::isUserInRole).collect(Collectors.toSet()));
    }

    private static Caller ofToken(TokenAuthenticator authenticator, String token) {
        try {
            return authenticator.authenticate(token).map(Callers::accepted).orElse(Caller.REFUSED);
        } catch (RuntimeException | Error failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    ServletMessages.AUTHENTICATOR_FAILED,
                    BearerToken.withoutToken(token, failure));
            return Caller.UNCHECKED;
        }
    }

    private static Caller accepted(AuthenticatedCaller caller) {
        CallerIdentity identity = new CallerIdentity(
                caller.principal(), caller.roles(), caller.expiry().orElse(null));
        return new Caller(identity, Standing.TOKEN);
    }
}
