// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.http;

import ee.signalr.core.config.Options;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.servlet.http.HubRoute.Purpose;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The paths at which the hubs and connection handlers of an application are served: for each path {@code P} also {@code P/negotiate} and, where clients may refresh their authentication, {@code P/refresh}. Immutable. */
public final class HubRoutes {

    private static final String NEGOTIATE = "/negotiate";
    private static final String REFRESH = "/refresh";

    private final Map<String, HubRoute> routes = new HashMap<>();
    private final Map<String, String> canonical = new HashMap<>();

    private final boolean ignoringCase;

    private HubRoutes(boolean ignoringCase) {
        this.ignoringCase = ignoringCase;
    }

    /**
     * Lays out the paths.
     *
     * @throws IllegalArgumentException when paths cannot be served, listing every one
     */
    public static HubRoutes of(List<ConnectionEndpoint> endpoints) {
        return of(endpoints, false);
    }

    /**
     * Lays out the paths.
     *
     * @param ignoringCase whether paths that differ in the case of their letters only are one and the same
     * @throws IllegalArgumentException when paths cannot be served, listing every one
     */
    public static HubRoutes of(List<ConnectionEndpoint> endpoints, boolean ignoringCase) {
        HubRoutes made = new HubRoutes(ignoringCase);
        List<String> problems = new ArrayList<>();
        for (ConnectionEndpoint endpoint : endpoints) {
            for (String path : endpoint.paths()) {
                if (isServable(path)) {
                    made.addAll(path, endpoint, problems);
                } else {
                    problems.add("hub '" + endpoint.name() + "': '" + path
                            + "' must start with a slash, not end with one," + " and contain none of * { }");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("\n  " + String.join("\n  ", problems));
        }
        return made;
    }

    private static boolean isServable(String path) {
        boolean rootOrPlain = path.equals("/") || (path.startsWith("/") && !path.endsWith("/"));
        return rootOrPlain && path.chars().noneMatch(letter -> "*{}".indexOf(letter) >= 0);
    }

    private void addAll(String path, ConnectionEndpoint endpoint, List<String> problems) {
        String prefix = path.equals("/") ? "" : path;
        add(path, new HubRoute(endpoint, Purpose.CONNECT), problems);
        add(prefix + NEGOTIATE, new HubRoute(endpoint, Purpose.NEGOTIATE), problems);
        if (endpoint.settings().get(Options.ENABLE_AUTHENTICATION_REFRESH)) {
            add(prefix + REFRESH, new HubRoute(endpoint, Purpose.REFRESH), problems);
        }
    }

    private void add(String path, HubRoute route, List<String> problems) {
        if (routes.putIfAbsent(path, route) != null) {
            problems.add("hub '" + route.endpoint().name() + "': '" + path + "' is served already");
        }
        String other = canonical.putIfAbsent(fold(path), path);
        HubRoute owner = other == null || other.equals(path) ? null : routes.get(other);
        if (ignoringCase && owner != null && !owner.equals(route)) {
            problems.add(MessageFormat.format(
                    ServletMessages.PATHS_DIFFER_IN_CASE_ONLY,
                    path,
                    route.endpoint().name(),
                    other,
                    owner.endpoint().name()));
        }
    }

    private static String fold(String path) {
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The URL patterns of the servlet, all exact. */
    public Set<String> patterns() {
        Set<String> patterns = new TreeSet<>(routes.keySet());
        if (patterns.remove("/")) {
            // As a pattern the slash is the default servlet; the root itself is spelled as nothing.
            patterns.add("");
        }
        return patterns;
    }

    Optional<HubRoute> find(String path) {
        return Optional.ofNullable(routes.get(path));
    }

    /** The path that is served and equals the given one but for the case of its letters. */
    Optional<String> otherCase(String path) {
        return routes.containsKey(path) ? Optional.empty() : Optional.ofNullable(canonical.get(fold(path)));
    }
}
