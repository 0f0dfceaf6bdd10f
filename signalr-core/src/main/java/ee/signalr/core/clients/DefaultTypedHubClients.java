// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.ClientProxy;
import ee.signalr.HubClients;
import ee.signalr.SingleClientProxy;
import ee.signalr.TypedHubClients;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Clients that an interface describes: selects by other selectors. Immutable and as thread-safe as these.
 *
 * @param <T> the interface
 */
class DefaultTypedHubClients<T> implements TypedHubClients<T> {

    private final HubClients clients;
    private final ClientInterface<T> type;
    private final @Nullable Duration timeout;

    DefaultTypedHubClients(HubClients clients, ClientInterface<T> type) {
        this(clients, type, null);
    }

    DefaultTypedHubClients(HubClients clients, ClientInterface<T> type, @Nullable Duration timeout) {
        this.clients = clients;
        this.type = type;
        this.timeout = timeout;
    }

    final T one(SingleClientProxy client) {
        return type.proxy(timeout == null ? client : client.withTimeout(timeout));
    }

    final T many(ClientProxy proxy) {
        return type.proxy(proxy);
    }

    final ClientInterface<T> type() {
        return type;
    }

    @Override
    public T all() {
        return many(clients.all());
    }

    @Override
    public T allExcept(Collection<String> excludedConnectionIds) {
        return many(clients.allExcept(excludedConnectionIds));
    }

    @Override
    public T client(String connectionId) {
        return one(clients.client(connectionId));
    }

    @Override
    public T clients(Collection<String> connectionIds) {
        return many(clients.clients(connectionIds));
    }

    @Override
    public T group(String groupName) {
        return many(clients.group(groupName));
    }

    @Override
    public T groups(Collection<String> groupNames) {
        return many(clients.groups(groupNames));
    }

    @Override
    public T groupExcept(String groupName, Collection<String> excludedConnectionIds) {
        return many(clients.groupExcept(groupName, excludedConnectionIds));
    }

    @Override
    public T user(String userId) {
        return many(clients.user(userId));
    }

    @Override
    public T users(Collection<String> userIds) {
        return many(clients.users(userIds));
    }

    @Override
    public TypedHubClients<T> withTimeout(Duration limit) {
        return new DefaultTypedHubClients<>(clients, type, DefaultSingleClientProxy.checkTimeout(limit));
    }
}
