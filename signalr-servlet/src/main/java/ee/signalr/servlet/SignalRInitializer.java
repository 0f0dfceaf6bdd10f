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

    /** The name of the attribute with the names of the classes that say they are hubs or connection handlers. */
    static final String CLASSES = SignalRInitializer.class.getName();

    @Override
    public void onStartup(@Nullable Set<Class<?>> hubClasses, ServletContext context) throws ServletException {
        if (hubClasses != null) {
            context.setAttribute(
                    CLASSES, hubClasses.stream().map(Class::getName).sorted().toList());
        }
        Deployment.begin(context);
        if (!Deployment.hasBegun(context)) {
            Reservation.make(context);
        }
        // Not by an annotation, which is not looked for where the web.xml is metadata-complete.
        context.addListener(new SignalRContextListener());
    }
}
