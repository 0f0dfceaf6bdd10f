// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.platform;

import ee.signalr.HubContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A bean that is no hub, and tells the clients of one. Thread-safe. */
@ApplicationScoped
public class Announcer {

    @Inject
    HubContext<NamingHub> hub;

    /** Sends {@code announced(text)} to all. */
    public void announce(String text) {
        hub.clients().all().send("announced", text);
    }
}
