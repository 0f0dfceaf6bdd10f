// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import ee.signalr.core.hubconnection.HubConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** Connections by a name that several can share: of a group or of a user. Keeps no empty entries. Thread-safe. */
final class ConnectionIndex {

    private final ConcurrentMap<String, Set<HubConnection>> entries = new ConcurrentHashMap<>();

    /** Adds a connection if it agrees; asked while the entry is locked, so that a removal cannot slip in between. */
    void add(String name, HubConnection connection, Predicate<HubConnection> agrees) {
        entries.compute(name, (key, present) -> {
            if (!agrees.test(connection)) {
                return present;
            }
            Set<HubConnection> members = present == null ? ConcurrentHashMap.newKeySet(4) : present;
            members.add(connection);
            return members;
        });
    }

    void remove(String name, HubConnection connection) {
        entries.computeIfPresent(name, (key, members) -> {
            members.remove(connection);
            return members.isEmpty() ? null : members;
        });
    }

    /** Those with the name now; a live set that may change while it is iterated. */
    Set<HubConnection> get(String name) {
        return entries.getOrDefault(name, Set.of());
    }

    int size() {
        return entries.size();
    }
}
