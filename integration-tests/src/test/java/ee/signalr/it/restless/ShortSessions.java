// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.restless;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;

/** Has the container end WebSockets that are idle for more than five seconds, unless they say otherwise. Stateless. */
@WebListener
public class ShortSessions implements ServletContextListener {

    private static final long MILLIS = 5_000;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Object container = event.getServletContext().getAttribute(ServerContainer.class.getName());
        ((ServerContainer) container).setDefaultMaxSessionIdleTimeout(MILLIS);
    }
}
