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

    /**
     * The connections of the hub, to end them or to take roles away.
     *
     * @return the connections; never null
     */
    HubConnections connections();

    /**
     * The same hub, with an interface that describes its clients.
     *
     * @param <T> the interface
     * @param clientType the interface; see {@link TypedHubClients} for what it may contain
     * @return the context; never null
     * @throws IllegalArgumentException when the interface is not valid, with all that is wrong with it
     */
    <T> TypedHubContext<H, T> typed(Class<T> clientType);
}
