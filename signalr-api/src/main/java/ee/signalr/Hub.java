// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a SignalR hub, served at one or more paths of the web application.
 *
 * <p>The annotation is a CDI stereotype, so the class is a bean without any further annotation. Its scope is
 * {@code @Dependent} (a new instance for every connect, call and disconnect, as in ASP.NET Core) unless it says
 * otherwise; {@code @RequestScoped}, {@code @ApplicationScoped} and {@link ConnectionScoped} are allowed too, any other
 * scope is a definition error that fails the deployment.
 *
 * <p>Every public instance method of the class and its superclasses is a hub method, callable by clients under its Java
 * name (ignoring case), except: methods declared by {@link Object} or {@link AutoCloseable}, lifecycle methods
 * ({@link OnConnected}, {@link OnDisconnected}), methods that CDI calls (initializers, observers, producers, disposers,
 * {@code @PostConstruct}, {@code @PreDestroy}, {@code @AroundInvoke}), static methods and those with {@link HubIgnore}.
 * Overloads and generic methods are definition errors.
 *
 * @see HubMethodName
 */
@Documented
@Stereotype
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Hub {

    /**
     * The paths at which clients reach the hub, relative to the context root of the application.
     *
     * @return one or more paths, each starting with {@code /}; not ending with {@code /} (but {@code "/"} itself is
     *     allowed) and without {@code *}, <code>{</code> and <code>}</code>. Two hubs on one path are a definition error.
     */
    String[] value();

    /**
     * The name of the hub in configuration keys ({@code signalr.hub.<name>.<option>}) and in logs.
     *
     * @return the name; empty, the default, stands for the simple name of the class
     */
    String name() default "";
}
