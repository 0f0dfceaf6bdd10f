// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a request asks for: the path within the application, and path and query as the client has sent them. Stateless. */
final class RequestTarget {

    private RequestTarget() {}

    /** The path within the application, decoded, as the container has matched it. */
    static String path(HttpServletRequest request) {
        String more = request.getPathInfo();
        return more == null ? request.getServletPath() : request.getServletPath() + more;
    }

    /** The raw path that the client has sent. After a forward the request itself shows the target's. */
    static String sentPath(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded == null ? request.getRequestURI() : forwarded.toString();
    }

    /** The raw query that the client has sent; null when there is none. After a forward Liberty shows none. */
    static @Nullable String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING) : query;
    }
}
