// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.ClientProxy;
import ee.signalr.HubClients;
import ee.signalr.SingleClientProxy;
import ee.signalr.TypedHubClients;
import ee.signalr.core.lifetime.Audience;
import ee.signalr.core.lifetime.HubLifetimeManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The clients of one hub. Immutable and thread-safe. */
public class DefaultHubClients implements HubClients {

    private final HubLifetimeManager lifetime;
    private final ResultGate gate;

    /** Makes the selectors of the hub that the manager serves. */
    public DefaultHubClients(HubLifetimeManager lifetime) {
        this(lifetime, ResultGate.OPEN);
    }

    DefaultHubClients(HubLifetimeManager lifetime, ResultGate gate) {
        this.lifetime = lifetime;
        this.gate = gate;
    }

    @Override
    public ClientProxy all() {
        return proxy(new Audience.All(Set.of()));
    }

    @Override
    public ClientProxy allExcept(Collection<String> excludedConnectionIds) {
        return proxy(new Audience.All(Set.copyOf(excludedConnectionIds)));
    }

    @Override
    public SingleClientProxy client(String connectionId) {
        return new DefaultSingleClientProxy(lifetime, connectionId, gate);
    }

    @Override
    public ClientProxy clients(Collection<String> connectionIds) {
        return proxy(new Audience.Connections(Set.copyOf(connectionIds)));
    }

    @Override
    public ClientProxy group(String groupName) {
        return groupExcept(groupName, Set.of());
    }

    @Override
    public ClientProxy groups(Collection<String> groupNames) {
        groupNames.forEach(GroupNames::check);
        return proxy(new Audience.Groups(List.copyOf(groupNames), Set.of()));
    }

    @Override
    public ClientProxy groupExcept(String groupName, Collection<String> excludedConnectionIds) {
        return proxy(new Audience.Groups(List.of(GroupNames.check(groupName)), Set.copyOf(excludedConnectionIds)));
    }

    @Override
    public ClientProxy user(String userId) {
        return proxy(new Audience.Users(Set.of(userId)));
    }

    @Override
    public ClientProxy users(Collection<String> userIds) {
        return proxy(new Audience.Users(Set.copyOf(userIds)));
    }

    @Override
    public <T> TypedHubClients<T> typed(Class<T> clientType) {
        return new DefaultTypedHubClients<>(this, ClientInterface.of(clientType));
    }

    private DefaultClientProxy proxy(Audience audience) {
        return new DefaultClientProxy(lifetime, audience);
    }
}
