// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import ee.signalr.cdi.context.CdiHubActivator;
import ee.signalr.core.SignalREngine;

/**
 * What the extension has made for an application. Thread-safe.
 *
 * @param engine the engine
 * @param activator gives it hubs
 * @param userIds the application's provider of user ids, if it has one
 * @param callers what tells who callers are
 * @param protocols the application's hub protocols
 * @param hooks come between calls and hubs
 */
record Application(
        SignalREngine engine,
        CdiHubActivator activator,
        FoundBean<?> userIds,
        FoundCallers callers,
        FoundProtocols protocols,
        CallHooks hooks) {

    /** Ends everything. Idempotent. */
    void stop() {
        engine.stop();
        activator.close();
        userIds.close();
        callers.close();
        protocols.close();
        hooks.close();
    }
}
