// SPDX-License-Identifier: Apache-2.0
package ee.signalr;

/**
 * A hub seen from outside, as {@link HubContext}, whose clients are described by an interface. Inject it anywhere, and hub and
 * interface are verified at deployment; or get it from {@link HubContext#typed}. Thread-safe, and valid for the life of the
 * application.
 *
 * @param <H> the class of the hub, as annotated with {@link Hub}
 * @param <T> the interface that describes its clients
 */
public interface TypedHubContext<H, T> {

    /**
     * The clients of the hub.
     *
     * @return the selectors; never null
     */
    TypedHubClients<T> clients();

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
}
