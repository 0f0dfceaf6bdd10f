// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebListener;

/**
 * The second chance, for CDI implementations that start by a listener of their own and so after {@link SignalRInitializer}; and
 * the end. Stateless.
 */
@WebListener
public final class SignalRContextListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Deployment.begin(event.getServletContext());
        } catch (ServletException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Deployment.end(event.getServletContext());
    }
}
