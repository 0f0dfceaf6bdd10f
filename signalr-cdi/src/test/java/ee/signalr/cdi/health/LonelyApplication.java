// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.health;

import ee.signalr.Hub;
import ee.signalr.cdi.SignalRExtension;
import ee.signalr.core.SignalREngine;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;

/** Deploys an application with every class of the library in its bean archive, as bean discovery does. */
public final class LonelyApplication implements Runnable {

    /** For the test, which loads this class by a class loader of its own. */
    public LonelyApplication() {}

    @Override
    public void run() {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new SignalRExtension())
                .addPackages(true, SignalRExtension.class)
                .addBeanClasses(LonelyHub.class)
                .initialize()) {
            if (container.select(SignalREngine.class).get().health().ready()) {
                throw new IllegalStateException("Nobody has started the engine");
            }
        }
    }

    /** A hub. */
    @Hub("/lonely")
    public static class LonelyHub {}
}
