// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.cdi.context.Messages;
import ee.signalr.core.EngineHealth;
import ee.signalr.core.SignalREngine;
import org.jspecify.annotations.Nullable;

/** Where the engine is found once it is there: beans must be described before it can be made. Thread-safe. */
public final class EngineReference {

    private volatile @Nullable SignalREngine engine;

    /** Makes a reference to an engine that is still to come. */
    public EngineReference() {}

    /** The engine has been made. */
    public void set(SignalREngine made) {
        engine = made;
    }

    /**
     * The engine; never null.
     *
     * @throws IllegalStateException when the application is still being deployed
     */
    public SignalREngine get() {
        SignalREngine made = engine;
        if (made == null) {
            throw Messages.noEngine();
        }
        return made;
    }

    /** How the engine is; not started while the application is still being deployed. */
    public EngineHealth health() {
        SignalREngine made = engine;
        return made == null ? EngineHealth.NOT_STARTED : made.health();
    }
}
