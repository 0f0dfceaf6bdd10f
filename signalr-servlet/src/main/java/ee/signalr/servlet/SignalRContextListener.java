// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.servlet.http.ServletMessages;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import java.util.List;

/**
 * The second chance, for CDI implementations that start behind {@link SignalRInitializer}, which adds it; the only moment when
 * every server takes WebSockets; and the end. Stateless.
 */
final class SignalRContextListener implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(SignalRContextListener.class.getName());

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Deployment.begin(event.getServletContext());
            warn(event.getServletContext());
            Deployment.prepareWebSockets(event.getServletContext());
        } catch (ServletException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** Weld in a servlet container looks at no class of an application without a beans.xml, and says nothing. */
    private static void warn(ServletContext context) {
        if (!Deployment.hasBegun(context)
                && context.getAttribute(SignalRInitializer.CLASSES) instanceof List<?> classes
                && !classes.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, ServletMessages.NO_BEANS, classes);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Deployment.end(event.getServletContext());
    }
}
