// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected. Thread-safe. */
@ApplicationScoped
public class Presence {

    private final Set<String> connections = ConcurrentHashMap.newKeySet();

    /** Someone has come. */
    public void add(String connectionId) {
        connections.add(connectionId);
    }

    /** Someone has gone. */
    public void remove(String connectionId) {
        connections.remove(connectionId);
    }

    /** All who are there. */
    public List<String> all() {
        return List.copyOf(connections);
    }
}
