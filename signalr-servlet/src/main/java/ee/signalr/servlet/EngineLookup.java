// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import ee.signalr.core.SignalREngine;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** Asks CDI for the engine, which exists when the application has hubs. Stateless. */
final class EngineLookup {

    private static final System.Logger LOG = System.getLogger(EngineLookup.class.getName());

    private EngineLookup() {}

    /** The engine; empty when there are no hubs, or no CDI, or not yet. */
    static Optional<SignalREngine> find() {
        Instance<SignalREngine> engine;
        try {
            engine = CDI.current().select(SignalREngine.class);
        } catch (IllegalStateException | LinkageError absent) {
            LOG.log(System.Logger.Level.DEBUG, "There is no CDI, or not yet", absent);
            return Optional.empty();
        }
        if (!engine.isResolvable()) {
            LOG.log(System.Logger.Level.DEBUG, "The application has no hubs");
            return Optional.empty();
        }
        return Optional.of(engine.get());
    }
}
