// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.config;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * Lets go of the configuration of an application that ends. Servers do that themselves, but for GlassFish 8: the MicroProfile Config
 * that it has of Helidon keeps a map from class loaders to configurations, and nothing there takes an application that has been
 * undeployed out of it. So each redeployment of an application that has asked for its configuration would leave a class loader
 * behind. What is handed out there is a wrapper, which cannot be released; what it wraps can. Stateless.
 */
final class GlassFishRelease {

    private static final String RESOLVER = "org.glassfish.microprofile.config.";

    private GlassFishRelease() {}

    /** Whether a server needs it, by the name of the class that finds configurations there. */
    static boolean isNeeded(String resolver) {
        return resolver.startsWith(RESOLVER);
    }

    /** Has the server forget the configuration of a class loader, if it is one that keeps it. */
    static void release(ClassLoader applicationLoader) {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        if (isNeeded(resolver.getClass().getName())) {
            resolver.releaseConfig(resolver.getConfig(applicationLoader).unwrap(Config.class));
        }
    }
}
