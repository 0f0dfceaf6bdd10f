// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.servlet.fakes.Fake;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A servlet context that remembers what is registered. For one thread at a time. */
final class FakeServletContext {

    private final Map<String, String> parameters;
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<String> servlets = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final List<ServletContextListener> listeners = new ArrayList<>();
    private Set<String> taken = Set.of();
    private String contextPath = "/app";
    private boolean restricted;

    FakeServletContext() {
        this(Map.of());
    }

    FakeServletContext(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** These paths belong to another servlet. */
    FakeServletContext taken(String... paths) {
        taken = Set.of(paths);
        return this;
    }

    /** The application is served there. */
    FakeServletContext at(String path) {
        contextPath = path;
        return this;
    }

    /** As a listener finds it that was added by an initializer. */
    void restrict() {
        restricted = true;
    }

    private <T> T unrestricted(T value) {
        if (restricted) {
            throw new UnsupportedOperationException("Not for a listener that an initializer has added");
        }
        return value;
    }

    ServletContext servlet() {
        return Fake.of(ServletContext.class)
                .on("getServerInfo", call -> "Fake/1.0")
                .on("getContextPath", call -> contextPath)
                .on("getClassLoader", call -> unrestricted(getClass().getClassLoader()))
                .on("getInitParameterNames", call -> Collections.enumeration(parameters.keySet()))
                .on("getInitParameter", call -> parameters.get(call[0]))
                .on("getAttribute", call -> attributes.get(call[0]))
                .on("setAttribute", call -> attributes.put((String) call[0], call[1]))
                .on("getServletRegistration", call -> unrestricted(servlets.isEmpty() ? null : registration()))
                .on("addServlet", call -> unrestricted(registration()))
                .on("addFilter", call -> unrestricted(filter()))
                .on("addListener", call -> listeners.add((ServletContextListener) call[0]) ? null : null)
                .make();
    }

    private ServletRegistration.Dynamic registration() {
        return Fake.of(ServletRegistration.Dynamic.class)
                .on("setAsyncSupported", call -> servlets.add("async " + call[0]) ? null : null)
                .on("setLoadOnStartup", call -> servlets.add("load " + call[0]) ? null : null)
                .on("addMapping", call -> map((String[]) call[0]))
                .make();
    }

    private Set<String> map(String[] patterns) {
        servlets.addAll(Arrays.asList(patterns));
        return taken;
    }

    private FilterRegistration.Dynamic filter() {
        return Fake.of(FilterRegistration.Dynamic.class)
                .on("setAsyncSupported", call -> filters.add("async " + call[0]) ? null : null)
                .on(
                        "addMappingForUrlPatterns",
                        call -> filters.add(call[0] + " after=" + call[1] + " " + String.join(",", (String[]) call[2]))
                                ? null
                                : null)
                .make();
    }

    /** What was done with the servlet's registration. */
    List<String> servlets() {
        return servlets;
    }

    /** The listeners that were added. */
    List<ServletContextListener> listeners() {
        return listeners;
    }

    /** What was done with the filter's registration. */
    List<String> filters() {
        return filters;
    }
}
