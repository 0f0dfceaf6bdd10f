// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.config;

import ee.signalr.core.config.ConfigurationSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Optional;

/** Looks for MicroProfile Config, which many servers have and many have not. */
public final class ExternalConfiguration {

    private static final Logger LOG = System.getLogger(ExternalConfiguration.class.getName());

    private ExternalConfiguration() {}

    /**
     * The configuration of the application to which the calling thread's class loader belongs.
     *
     * @param hubs the names of the hubs
     * @param handlers the names of the connection handlers
     * @return the source, or empty where there is no MicroProfile Config
     */
    public static Optional<ConfigurationSource> find(Collection<String> hubs, Collection<String> handlers) {
        try {
            return Optional.of(MicroProfileConfiguration.current(hubs, handlers));
        } catch (LinkageError absent) {
            LOG.log(Level.DEBUG, "There is no MicroProfile Config: {0}", absent.toString());
            return Optional.empty();
        } catch (IllegalStateException apiAlone) {
            LOG.log(Level.DEBUG, "There is the API of MicroProfile Config only: {0}", apiAlone.toString());
            return Optional.empty();
        }
    }

    /** Lets go of the configuration of an application that has ended, where the server would keep it. */
    public static void release(ClassLoader applicationLoader) {
        try {
            GlassFishRelease.release(applicationLoader);
        } catch (LinkageError | IllegalStateException absent) {
            LOG.log(Level.DEBUG, "There is no MicroProfile Config to let go of: {0}", absent.toString());
        }
    }
}
