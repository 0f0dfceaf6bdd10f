// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.heavy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is connected to the impatient hub. Thread-safe. */
@ApplicationScoped
public class Listeners {

    private final Set<String> connections = ConcurrentHashMap.newKeySet();

    /** Someone has come. */
    public void add(String connectionId) {
        connections.add(connectionId);
    }

    /** Someone has gone. */
    public void remove(String connectionId) {
        connections.remove(connectionId);
    }

    /** How many there are. */
    public int count() {
        return connections.size();
    }
}
