// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.lifetime;

import ee.signalr.ClientGoneException;
import ee.signalr.HubConnections.Reconnect;
import ee.signalr.core.hubconnection.GroupLimitException;
import ee.signalr.core.hubconnection.HubConnection;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.SerializedHubMessage;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Routes messages among the clients that are connected to this process. Thread-safe. */
public final class InMemoryHubLifetimeManager implements HubLifetimeManager {

    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    private final ConcurrentMap<String, HubConnection> connections = new ConcurrentHashMap<>();
    private final ConnectionIndex groups = new ConnectionIndex();
    private final ConnectionIndex users = new ConnectionIndex();
    private final ClientResults results;

    /** Makes a manager without connections. */
    public InMemoryHubLifetimeManager() {
        this(System::nanoTime);
    }

    /**
     * Makes a manager without connections.
     *
     * @param clock nanoseconds, as {@link System#nanoTime}
     */
    public InMemoryHubLifetimeManager(LongSupplier clock) {
        this.results = new ClientResults(clock);
    }

    @Override
    public CompletionStage<Void> connected(HubConnection connection) {
        connections.put(connection.connectionId(), connection);
        connection.userIdentifier().ifPresent(user -> users.add(user, connection, any -> true));
        return DONE;
    }

    @Override
    public CompletionStage<Void> disconnected(HubConnection connection) {
        connections.remove(connection.connectionId());
        connection.userIdentifier().ifPresent(user -> users.remove(user, connection));
        connection.leaveAllGroups().forEach(group -> groups.remove(group, connection));
        return DONE;
    }

    @Override
    public CompletionStage<Void> send(Audience audience, InvocationMessage message) {
        SerializedHubMessage serialized = new SerializedHubMessage(message);
        if (audience instanceof Audience.Connection one) {
            return sendToOne(connections.get(one.id()), serialized);
        }
        forEach(audience, connection -> connection.send(serialized));
        return DONE;
    }

    private static CompletionStage<Void> sendToOne(@Nullable HubConnection connection, SerializedHubMessage message) {
        if (connection == null) {
            return DONE;
        }
        connection.send(message);
        return connection.room();
    }

    @Override
    public CompletionStage<Void> close(Audience audience, Reconnect reconnect) {
        forEach(audience, connection -> connection.close(reconnect));
        return DONE;
    }

    @Override
    public CompletionStage<Void> recheckRoles(String userId, Set<String> roles) {
        users.get(userId).forEach(connection -> connection.decideRoles(roles));
        return DONE;
    }

    private void forEach(Audience audience, Consumer<HubConnection> action) {
        if (audience instanceof Audience.Connection one) {
            forOne(one.id(), action);
        } else if (audience instanceof Audience.Connections some) {
            some.ids().forEach(id -> forOne(id, action));
        } else if (audience instanceof Audience.All all) {
            forMany(connections.values(), all.excluded(), action);
        } else if (audience instanceof Audience.Groups named) {
            named.names().forEach(group -> forMany(groups.get(group), named.excluded(), action));
        } else if (audience instanceof Audience.Users persons) {
            persons.ids().forEach(user -> forMany(users.get(user), Set.of(), action));
        }
    }

    private void forOne(String id, Consumer<HubConnection> action) {
        HubConnection connection = connections.get(id);
        if (connection != null) {
            action.accept(connection);
        }
    }

    private static void forMany(Collection<HubConnection> those, Set<String> excluded, Consumer<HubConnection> action) {
        for (HubConnection connection : those) {
            if (excluded.isEmpty() || !excluded.contains(connection.connectionId())) {
                action.accept(connection);
            }
        }
    }

    @Override
    public CompletionStage<@Nullable Object> invoke(String connectionId, ClientInvocation invocation) {
        HubConnection connection = connections.get(connectionId);
        return connection == null
                ? CompletableFuture.failedFuture(
                        new ClientGoneException("Connection '" + connectionId + "' does not exist."))
                : results.ask(connection, invocation);
    }

    @Override
    public boolean setResult(HubConnection connection, CompletionMessage answer) {
        return results.answer(connection, answer);
    }

    @Override
    public void sweep(long now) {
        results.sweep(now);
    }

    @Override
    public CompletionStage<Void> addToGroup(String connectionId, String groupName) {
        HubConnection connection = connections.get(connectionId);
        if (connection == null) {
            return DONE;
        }
        try {
            groups.add(groupName, connection, member -> member.joinGroup(groupName));
        } catch (GroupLimitException full) {
            return CompletableFuture.failedStage(full);
        }
        return DONE;
    }

    @Override
    public CompletionStage<Void> removeFromGroup(String connectionId, String groupName) {
        HubConnection connection = connections.get(connectionId);
        if (connection != null) {
            connection.leaveGroup(groupName);
            groups.remove(groupName, connection);
        }
        return DONE;
    }

    /** How many connections there are. */
    public int size() {
        return connections.size();
    }

    /** How many results clients owe. */
    public int pendingResults() {
        return results.size();
    }

    /** How many groups have members. */
    public int groupCount() {
        return groups.size();
    }
}
