// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.CallerIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;

/** Who sends requests, as the container sees it. Stateless. */
final class Callers {

    private Callers() {}

    /** Who sends a request. */
    static CallerIdentity identity(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? CallerIdentity.ANONYMOUS : CallerIdentity.of(principal, Set.of());
    }

    /** Who asks for a connection. */
    static Applicant applicant(HttpServletRequest request) {
        return new Applicant(identity(request), request.getRemoteAddr());
    }

    /** Who opens a transport by a request. */
    static TransportOrigin origin(HttpServletRequest request) {
        return new TransportOrigin(identity(request), RequestSnapshot.of(request), TransportOrigin.NO_CONTEXT);
    }
}
