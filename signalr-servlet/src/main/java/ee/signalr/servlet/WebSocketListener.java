// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;

/** Prepares WebSockets at the only moment when every server takes it. Added by {@link SignalRInitializer}. Stateless. */
final class WebSocketListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Deployment.prepareWebSockets(event.getServletContext());
        } catch (ServletException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }
}
