// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.health;

import ee.signalr.cdi.injection.EngineReference;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Adds health checks where the application sees MicroProfile Health, which few servers have unless told to. */
public final class HealthBeans {

    private static final Logger LOG = System.getLogger(HealthBeans.class.getName());

    private static final String API = "org.eclipse.microprofile.health.HealthCheck";

    private HealthBeans() {}

    /** Adds producers of a readiness and of a liveness check; nothing where there is no MicroProfile Health. */
    public static void addProducers(AfterTypeDiscovery event) {
        try {
            Class.forName(API, false, HealthBeans.class.getClassLoader());
            event.addAnnotatedType(MicroProfileHealth.class, MicroProfileHealth.class.getName());
        } catch (ClassNotFoundException | LinkageError absent) {
            LOG.log(Level.DEBUG, "There is no MicroProfile Health: {0}", absent.toString());
        }
    }

    /** Adds what they need: the engine whose health it is, which is still to come. */
    public static void addEngine(AfterBeanDiscovery event, EngineReference engine) {
        // A singleton, because a final class has no client proxy.
        event.addBean()
                .id(EngineReference.class.getName())
                .types(EngineReference.class, Object.class)
                .scope(Singleton.class)
                .createWith(any -> engine);
    }
}
