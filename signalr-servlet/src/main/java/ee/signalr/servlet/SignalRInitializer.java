// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.Hub;
import ee.signalr.MapConnectionHandler;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a servlet container lets SignalR in while an application deploys. Stateless. */
@HandlesTypes({Hub.class, MapConnectionHandler.class})
public final class SignalRInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> hubClasses, ServletContext context) throws ServletException {
        Deployment.begin(context);
    }
}
