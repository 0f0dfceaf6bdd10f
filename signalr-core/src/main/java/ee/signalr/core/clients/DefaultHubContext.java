// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.GroupManager;
import ee.signalr.HubClients;
import ee.signalr.HubConnections;
import ee.signalr.HubContext;
import ee.signalr.TypedHubContext;
import ee.signalr.core.lifetime.HubLifetimeManager;

/**
 * A hub seen from outside. Immutable and thread-safe.
 *
 * @param <H> the class of the hub
 */
public final class DefaultHubContext<H> implements HubContext<H> {

    private final HubClients clients;
    private final GroupManager groups;
    private final HubConnections connections;

    /** Makes the context of the hub that the manager serves. */
    public DefaultHubContext(HubLifetimeManager lifetime) {
        this.clients = new DefaultHubClients(lifetime);
        this.groups = new DefaultGroupManager(lifetime);
        this.connections = new DefaultHubConnections(lifetime);
    }

    @Override
    public HubClients clients() {
        return clients;
    }

    @Override
    public GroupManager groups() {
        return groups;
    }

    @Override
    public HubConnections connections() {
        return connections;
    }

    @Override
    public <T> TypedHubContext<H, T> typed(Class<T> clientType) {
        return new DefaultTypedHubContext<>(clients.typed(clientType), groups, connections);
    }
}
