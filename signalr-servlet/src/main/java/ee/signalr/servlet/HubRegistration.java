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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Registers the servlet for the paths of hubs and connection handlers, and tells in the log what is served where. Stateless. */
final class HubRegistration {

    private static final System.Logger LOG = System.getLogger(HubRegistration.class.getName());

    /** What the servlet and the filter are called. */
    static final String NAME = "ee.signalr";

    private HubRegistration() {}

    /**
     * Registers.
     *
     * @throws ServletException when a path cannot be served
     */
    static void register(ServletContext context, List<ConnectionEndpoint> endpoints, HubService service)
            throws ServletException {
        Optional<Reservation> reserved = Reservation.of(context);
        if (reserved.isEmpty() && context.getServletRegistration(NAME) != null) {
            return;
        }
        boolean ignoringCase = service.settings().get(Options.CASE_INSENSITIVE_PATHS);
        HubRoutes routes = routes(endpoints, ignoringCase);
        SignalRServlet servlet = new SignalRServlet(routes, service);
        mapServlet(servletRegistration(context, reserved, servlet), routes);
        if (ignoringCase) {
            CaseInsensitivePathFilter filter = new CaseInsensitivePathFilter(routes);
            // Last, so that the application's own filters see the request first.
            filterRegistration(context, reserved, filter)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
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

    private static ServletRegistration.Dynamic servletRegistration(
            ServletContext context, Optional<Reservation> reserved, SignalRServlet servlet) {
        if (reserved.isPresent()) {
            reserved.get().servlet().become(servlet);
            return reserved.get().servletRegistration();
        }
        ServletRegistration.Dynamic registration = context.addServlet(NAME, servlet);
        registration.setAsyncSupported(true);
        return registration;
    }

    private static void mapServlet(ServletRegistration.Dynamic servlet, HubRoutes routes) throws ServletException {
        servlet.setLoadOnStartup(1);
        Set<String> taken = servlet.addMapping(routes.patterns().toArray(String[]::new));
        if (!taken.isEmpty()) {
            throw new ServletException(ServletMessages.PATHS_TAKEN + taken);
        }
    }

    private static FilterRegistration.Dynamic filterRegistration(
            ServletContext context, Optional<Reservation> reserved, CaseInsensitivePathFilter filter) {
        if (reserved.isPresent()) {
            reserved.get().filter().become(filter);
            return reserved.get().filterRegistration();
        }
        FilterRegistration.Dynamic registration = context.addFilter(NAME, filter);
        registration.setAsyncSupported(true);
        return registration;
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
