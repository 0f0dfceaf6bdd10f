// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.TransportType;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.servlet.http.CaseInsensitivePathFilter;
import ee.signalr.servlet.http.HubRoutes;
import ee.signalr.servlet.http.HubService;
import ee.signalr.servlet.http.ServletMessages;
import ee.signalr.servlet.http.SignalRServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Registers the servlet for the paths of hubs and connection handlers, and tells in the log what is served where. Stateless. */
final class HubRegistration {

    private static final System.Logger LOG = System.getLogger(HubRegistration.class.getName());

    private static final String NAME = "ee.signalr";

    private HubRegistration() {}

    /**
     * Registers.
     *
     * @throws ServletException when a path cannot be served
     */
    static void register(ServletContext context, List<ConnectionEndpoint> endpoints, HubService service)
            throws ServletException {
        if (context.getServletRegistration(NAME) != null) {
            return;
        }
        boolean ignoringCase = service.settings().get(Options.CASE_INSENSITIVE_PATHS);
        HubRoutes routes = routes(endpoints, ignoringCase);
        addServlet(context, routes, service);
        if (ignoringCase) {
            addFilter(context, routes);
        }
        String contextPath = contextPath(context);
        endpoints.forEach(endpoint -> announce(contextPath, endpoint));
    }

    /** As the specification has it: Liberty gives a slash, not nothing, for the root while the application starts. */
    private static String contextPath(ServletContext context) {
        String path = context.getContextPath();
        return path.equals("/") ? "" : path;
    }

    private static HubRoutes routes(List<ConnectionEndpoint> endpoints, boolean ignoringCase) throws ServletException {
        try {
            return HubRoutes.of(endpoints, ignoringCase);
        } catch (IllegalArgumentException unusable) {
            throw new ServletException(ServletMessages.PATHS_NOT_SERVABLE + unusable.getMessage(), unusable);
        }
    }

    private static void addServlet(ServletContext context, HubRoutes routes, HubService service)
            throws ServletException {
        ServletRegistration.Dynamic servlet = context.addServlet(NAME, new SignalRServlet(routes, service));
        servlet.setAsyncSupported(true);
        servlet.setLoadOnStartup(1);
        Set<String> taken = servlet.addMapping(routes.patterns().toArray(String[]::new));
        if (!taken.isEmpty()) {
            throw new ServletException(ServletMessages.PATHS_TAKEN + taken);
        }
    }

    private static void addFilter(ServletContext context, HubRoutes routes) {
        FilterRegistration.Dynamic filter = context.addFilter(NAME, new CaseInsensitivePathFilter(routes));
        filter.setAsyncSupported(true);
        // Last, so that the application's own filters see the request first.
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }

    private static void announce(String contextPath, ConnectionEndpoint endpoint) {
        Set<TransportType> offered = endpoint.settings().get(Options.TRANSPORTS);
        List<String> paths = endpoint.paths().stream().map(contextPath::concat).toList();
        List<String> transports = Stream.of(TransportType.values())
                .filter(offered::contains)
                .map(TransportType::wireName)
                .toList();
        List<String> options = endpoint.settings().differences();
        if (endpoint.protocols().isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    ServletMessages.HANDLER_STARTED,
                    endpoint.name(),
                    paths,
                    transports,
                    options);
        } else {
            LOG.log(
                    System.Logger.Level.INFO,
                    ServletMessages.HUB_STARTED,
                    endpoint.name(),
                    paths,
                    transports,
                    endpoint.protocols(),
                    options);
        }
    }
}
