// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.health;

import ee.signalr.cdi.injection.EngineReference;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Adds health checks where the application sees MicroProfile Health, which few servers have unless told to. */
public final class HealthBeans {

    private static final Logger LOG = System.getLogger(HealthBeans.class.getName());

    private HealthBeans() {}

    /** Adds a readiness and a liveness check of the engine; nothing where there is no MicroProfile Health. */
    public static void add(AfterBeanDiscovery event, EngineReference engine) {
        try {
            MicroProfileHealth.add(event, engine);
        } catch (LinkageError absent) {
            LOG.log(Level.DEBUG, "There is no MicroProfile Health: {0}", absent.toString());
        }
    }
}
