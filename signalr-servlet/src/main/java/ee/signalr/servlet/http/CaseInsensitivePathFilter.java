// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * Forwards requests whose path differs from a hub's in the case of its letters only. Registered only when the application wants
 * it, behind its own filters. Security constraints on URL patterns go by the path that the client has sent. Immutable and
 * thread-safe.
 */
public final class CaseInsensitivePathFilter implements Filter {

    private final HubRoutes routes;

    /** Makes a filter, to be mapped to all paths. */
    public CaseInsensitivePathFilter(HubRoutes routes) {
        this.routes = routes;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> served = request instanceof HttpServletRequest http
                ? routes.otherCase(RequestTarget.path(http))
                : Optional.empty();
        RequestDispatcher hub = served.map(request::getRequestDispatcher).orElse(null);
        if (hub == null) {
            chain.doFilter(request, response);
        } else {
            hub.forward(request, response);
        }
    }
}
