// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import java.util.List;
import java.util.Set;

/** Which clients of a hub a message is for. Immutable. */
public sealed interface Audience {

    /**
     * Every client but some.
     *
     * @param excluded the connection ids left out
     */
    record All(Set<String> excluded) implements Audience {

        /** Takes an immutable copy. */
        public All {
            excluded = Set.copyOf(excluded);
        }
    }

    /**
     * One client.
     *
     * @param id its connection id
     */
    record Connection(String id) implements Audience {}

    /**
     * Several clients.
     *
     * @param ids their connection ids
     */
    record Connections(Set<String> ids) implements Audience {

        /** Takes an immutable copy. */
        public Connections {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * The members of groups; a member of two groups is meant twice.
     *
     * @param names the groups
     * @param excluded the connection ids left out
     */
    record Groups(List<String> names, Set<String> excluded) implements Audience {

        /** Takes immutable copies. */
        public Groups {
            names = List.copyOf(names);
            excluded = Set.copyOf(excluded);
        }
    }

    /**
     * All connections of users.
     *
     * @param ids the user ids
     */
    record Users(Set<String> ids) implements Audience {

        /** Takes an immutable copy. */
        public Users {
            ids = Set.copyOf(ids);
        }
    }
}
