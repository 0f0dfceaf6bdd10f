// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Optional;

/**
 * A servlet and a filter that serve nothing yet, registered by the initializer of an application whose CDI starts behind it: Weld in
 * Tomcat, at times in Jetty, and OpenWebBeans, by a listener. What they serve is told by our listener. Servers let such a listener
 * register nothing, not even ask for the class loader; but whoever has a registration may map it until the context is initialized.
 * Thread-safe.
 */
final class Reservation {

    private static final String ATTRIBUTE = Reservation.class.getName();

    private final ClassLoader applicationLoader;
    private final ReservedServlet servlet = new ReservedServlet();
    private final ReservedFilter filter = new ReservedFilter();
    private final ServletRegistration.Dynamic servletRegistration;
    private final FilterRegistration.Dynamic filterRegistration;

    private Reservation(ServletContext context) {
        applicationLoader = context.getClassLoader();
        servletRegistration = context.addServlet(HubRegistration.NAME, servlet);
        filterRegistration = context.addFilter(HubRegistration.NAME, filter);
        // Before there is a mapping, which some servers resolve at once.
        servletRegistration.setAsyncSupported(true);
        filterRegistration.setAsyncSupported(true);
    }

    /** Registers both, for the initializer. */
    static void make(ServletContext context) {
        context.setAttribute(ATTRIBUTE, new Reservation(context));
    }

    /** What has been registered, if anything. */
    static Optional<Reservation> of(ServletContext context) {
        return Optional.ofNullable((Reservation) context.getAttribute(ATTRIBUTE));
    }

    ClassLoader applicationLoader() {
        return applicationLoader;
    }

    ReservedServlet servlet() {
        return servlet;
    }

    ReservedFilter filter() {
        return filter;
    }

    ServletRegistration.Dynamic servletRegistration() {
        return servletRegistration;
    }

    FilterRegistration.Dynamic filterRegistration() {
        return filterRegistration;
    }
}
