// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether pages may send requests to a hub, by where the pages come from. Immutable. */
final class OriginRules {

    private static final String HEADER = "Origin";
    private static final String ANY = "*";

    private final Set<String> allowed;

    /** What is decided. */
    enum Verdict {
        /** No page of another origin has sent the request. */
        SAME,
        /** The origin is listed. */
        LISTED,
        /** The origin is not listed, but any may. */
        ANY,
        /** Nothing may be done for the request. */
        REFUSED
    }

    /**
     * Makes rules.
     *
     * @param allowed the origins that are listed, the word {@code null}, or an asterisk for all
     */
    OriginRules(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** The origin of a request as sent; null when it has none. Several are told in one text, which is no origin. */
    static @Nullable String origin(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders(HEADER));
        return origins.isEmpty() ? null : String.join(", ", origins);
    }

    /** Decides on a request. */
    Verdict judge(HttpServletRequest request) {
        String origin = origin(request);
        if (origin == null) {
            return isForeign(request.getHeader("Sec-Fetch-Site")) ? Verdict.REFUSED : Verdict.SAME;
        }
        Optional<WebOrigin> parsed = WebOrigin.parse(origin);
        if (parsed.isPresent() && parsed.get().isServedBy(authority(request))) {
            return Verdict.SAME;
        }
        if (isListed(origin, parsed)) {
            return Verdict.LISTED;
        }
        return allowed.contains(ANY) ? Verdict.ANY : Verdict.REFUSED;
    }

    /** Whether a browser tells that a page of another origin asks without wanting to read the answer, as an image does. */
    private static boolean isForeign(@Nullable String site) {
        return "cross-site".equalsIgnoreCase(site) || "same-site".equalsIgnoreCase(site);
    }

    /** Where the client believes the server to be; without a header, as HTTP/2 has it, what the container knows. */
    private static String authority(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null ? request.getServerName() + ":" + request.getServerPort() : host;
    }

    private boolean isListed(String origin, Optional<WebOrigin> parsed) {
        return parsed.isEmpty()
                ? origin.equals("null") && allowed.contains(origin)
                : allowed.stream().map(WebOrigin::parse).anyMatch(parsed::equals);
    }
}
