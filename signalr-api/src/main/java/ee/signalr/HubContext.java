// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/**
 * A hub seen from outside: a REST resource, an EJB, a timer or an observer injects {@code HubContext<ChatHub>} and talks
 * to the clients of that hub. There is no caller here. Thread-safe, and valid for the life of the application.
 *
 * @param <H> the class of the hub, as annotated with {@link Hub}
 */
public interface HubContext<H> {

    /**
     * The clients of the hub.
     *
     * @return the selectors; never null
     */
    HubClients clients();

    /**
     * The groups of the hub.
     *
     * @return the manager; never null
     */
    GroupManager groups();
}
