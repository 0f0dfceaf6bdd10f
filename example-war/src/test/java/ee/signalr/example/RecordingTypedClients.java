// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import ee.signalr.ClientProxy;
import ee.signalr.SingleClientProxy;
import ee.signalr.TypedHubCallerClients;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collection;

/** Passes calls of an interface's methods on to {@link RecordingClients}. */
final class RecordingTypedClients<T> implements TypedHubCallerClients<T> {

    private final RecordingClients clients;
    private final Class<T> type;

    RecordingTypedClients(RecordingClients clients, Class<T> type) {
        this.clients = clients;
        this.type = type;
    }

    private T typed(ClientProxy client) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getReturnType() != void.class) {
                        return ((SingleClientProxy) client).invoke(Object.class, method.getName(), arguments);
                    }
                    client.send(method.getName(), arguments);
                    return null;
                }));
    }

    @Override
    public T all() {
        return typed(clients.all());
    }

    @Override
    public T allExcept(Collection<String> excludedConnectionIds) {
        return typed(clients.allExcept(excludedConnectionIds));
    }

    @Override
    public T client(String connectionId) {
        return typed(clients.client(connectionId));
    }

    @Override
    public T clients(Collection<String> connectionIds) {
        return typed(clients.clients(connectionIds));
    }

    @Override
    public T group(String groupName) {
        return typed(clients.group(groupName));
    }

    @Override
    public T groups(Collection<String> groupNames) {
        return typed(clients.groups(groupNames));
    }

    @Override
    public T groupExcept(String groupName, Collection<String> excludedConnectionIds) {
        return typed(clients.groupExcept(groupName, excludedConnectionIds));
    }

    @Override
    public T user(String userId) {
        return typed(clients.user(userId));
    }

    @Override
    public T users(Collection<String> userIds) {
        return typed(clients.users(userIds));
    }

    @Override
    public T caller() {
        return typed(clients.caller());
    }

    @Override
    public T others() {
        return typed(clients.others());
    }

    @Override
    public T othersInGroup(String groupName) {
        return typed(clients.othersInGroup(groupName));
    }

    @Override
    public TypedHubCallerClients<T> withTimeout(Duration timeout) {
        return this;
    }
}
