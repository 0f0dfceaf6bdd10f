// SPDX-License-Identifier: Apache-2.0
package ee.signalr.spi;

import java.util.Optional;

/**
 * Tells whom a bearer token stands for. A CDI bean of this type makes hubs accept tokens: in the header {@code Authorization: Bearer},
 * or in the query parameter {@code access_token}, where browsers must put them for WebSockets and event streams. It is asked for each
 * request to a hub whose caller the container has not authenticated already and that carries a token. {@code signalr-jwt} brings
 * one for MicroProfile JWTs, unless the application has its own.
 *
 * <p>ASP.NET Core leaves this to the application's authentication middleware. Implementations are thread-safe; they run on the
 * container's request threads, before anything else is done for the request.
 */
@FunctionalInterface
public interface TokenAuthenticator {

    /**
     * Checks a token.
     *
     * @param token the token as sent, never empty; not to be logged
     * @return the caller; empty when the token is not good, whatever the reason, and the request is answered with 401. What is thrown is
     *     logged, and the request is answered with 500
     */
    Optional<AuthenticatedCaller> authenticate(String token);
}
