// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.ConnectionScoped;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** Counts in one connection, and notes on the {@link Trail} when it ends. For one call at a time, as clients make them. */
@ConnectionScoped
public class ConnectionNote {

    @Inject
    Trail trail;

    private String owner = "";
    private int written;

    /** Counts one more for a connection. */
    public int write(String connectionId) {
        owner = connectionId;
        return ++written;
    }

    @PreDestroy
    void end() {
        trail.add(owner, "note of " + written + " destroyed");
    }
}
