// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.core.config.ConfigurationSource;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The context parameters of a web application as configuration. Thread-safe. */
final class ContextParameters implements ConfigurationSource {

    private final ServletContext context;

    ContextParameters(ServletContext context) {
        this.context = context;
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(Collections.list(context.getInitParameterNames()));
    }

    @Override
    public Optional<String> value(String name) {
        return Optional.ofNullable(context.getInitParameter(name));
    }
}
