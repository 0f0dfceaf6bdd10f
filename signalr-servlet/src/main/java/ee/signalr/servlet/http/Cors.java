// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.config.Options;
import ee.signalr.servlet.http.HubRoute.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests of pages that may not use a hub, and tells browsers what the others may do. Comes before everything else that
 * is done for a request. Stateless.
 */
final class Cors {

    private static final System.Logger LOG = System.getLogger(Cors.class.getName());

    private static final String PREFLIGHT = "Access-Control-Request-Method";

    /** What the official clients send. */
    private static final List<String> HEADERS =
            List.of("authorization", "content-type", "x-requested-with", "x-signalr-user-agent");

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");

    private static final int LONGEST_LIST = 256;

    /** The longest time for which all browsers keep the answer. */
    private static final String MAX_AGE_SECONDS = "7200";

    private Cors() {}

    /** Whether a request is to be handled; otherwise it has been answered. */
    static boolean admit(HubRoute route, HttpServletRequest request, HttpServletResponse response) {
        OriginRules rules = new OriginRules(route.endpoint().settings().get(Options.ALLOWED_ORIGINS));
        String origin = OriginRules.origin(request);
        boolean allowed = switch (rules.judge(request)) {
            case SAME -> true;
            case LISTED -> allowWithCredentials(String.valueOf(origin), response);
            case ANY -> allow("*", response);
            case REFUSED -> refuse(route, origin, response);
        };
        if (!allowed || origin == null || !isPreflight(request)) {
            return allowed;
        }
        answerPreflight(route.purpose(), request, response);
        return false;
    }

    private static boolean allowWithCredentials(String origin, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Credentials", "true");
        return allow(origin, response);
    }

    private static boolean allow(String origin, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.addHeader("Vary", "Origin");
        return true;
    }

    private static boolean refuse(HubRoute route, @Nullable String origin, HttpServletResponse response) {
        String hub = route.endpoint().name();
        LOG.log(System.Logger.Level.DEBUG, "A request to {0} is refused because of its origin: {1}", hub, origin);
        Answers.empty(response, HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader(PREFLIGHT) != null;
    }

    private static void answerPreflight(Purpose purpose, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", purpose == Purpose.CONNECT ? "GET, POST, DELETE" : "POST");
        response.setHeader("Access-Control-Allow-Headers", String.join(", ", headers(request)));
        response.setHeader("Access-Control-Max-Age", MAX_AGE_SECONDS);
        Answers.empty(response, HttpServletResponse.SC_NO_CONTENT);
    }

    /** The headers of official clients, and what else is asked for: an application may set headers of its own. */
    private static Set<String> headers(HttpServletRequest request) {
        Set<String> names = new LinkedHashSet<>(HEADERS);
        String asked = request.getHeader("Access-Control-Request-Headers");
        if (asked != null && asked.length() <= LONGEST_LIST) {
            Stream.of(asked.split(","))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .filter(name -> HEADER_NAME.matcher(name).matches())
                    .forEach(names::add);
        }
        return names;
    }
}
