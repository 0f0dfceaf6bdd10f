// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Serves a {@link ConnectionHandler} at one or more paths of the web application. For those who know ASP.NET Core: what {@code
 * MapConnectionHandler} does there.
 *
 * <p>The annotation is a CDI stereotype, so the class is a bean without any further annotation. Its scope is
 * {@code @ApplicationScoped} unless it says {@link ConnectionScoped}; any other scope, a class that does not implement {@link
 * ConnectionHandler}, and a path or name that something else has are definition errors that fail the deployment.
 */
@Documented
@Stereotype
@ApplicationScoped
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MapConnectionHandler {

    /**
     * The paths at which clients reach the handler, relative to the context root of the application.
     *
     * @return one or more paths; the rules are those of {@link Hub#value}, and hubs and handlers share no path
     */
    String[] value();

    /**
     * The name of the handler in configuration keys ({@code signalr.connection-handler.<name>.<option>}) and in logs.
     *
     * @return the name, which no other handler and no hub has; empty, the default, stands for the simple name of the class
     */
    String name() default "";

    /**
     * How messages leave: in text or in binary frames, where the transport is a WebSocket. A {@link TransferFormat#BINARY} handler
     * does not offer Server-Sent Events, which carry text only.
     *
     * @return {@link TransferFormat#TEXT} by default, as in ASP.NET Core
     */
    TransferFormat transferFormat() default TransferFormat.TEXT;
}
