// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.HubCallerClients;
import ee.signalr.TypedHubCallerClients;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Clients that an interface describes, as seen from one of them. Immutable and as thread-safe as the selectors by which it
 * selects.
 *
 * @param <T> the interface
 */
final class DefaultTypedHubCallerClients<T> extends DefaultTypedHubClients<T> implements TypedHubCallerClients<T> {

    private final HubCallerClients clients;

    DefaultTypedHubCallerClients(HubCallerClients clients, ClientInterface<T> type, @Nullable Duration timeout) {
        super(clients, type, timeout);
        this.clients = clients;
    }

    @Override
    public T caller() {
        return one(clients.caller());
    }

    @Override
    public T others() {
        return many(clients.others());
    }

    @Override
    public T othersInGroup(String groupName) {
        return many(clients.othersInGroup(groupName));
    }

    @Override
    public TypedHubCallerClients<T> withTimeout(Duration limit) {
        return new DefaultTypedHubCallerClients<>(clients, type(), DefaultSingleClientProxy.checkTimeout(limit));
    }
}
