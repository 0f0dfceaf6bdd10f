// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.ClientProxy;
import ee.signalr.HubCallerClients;
import ee.signalr.SingleClientProxy;
import ee.signalr.TypedHubCallerClients;
import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.context.Messages;
import ee.signalr.core.clients.TypedClients;
import ee.signalr.core.dispatch.HubCaller;
import java.util.Collection;

/** The clients as seen from whatever call is running on the calling thread. Thread-safe. */
final class CallerClientsFacade implements HubCallerClients {

    private final CurrentCall current;

    CallerClientsFacade(CurrentCall current) {
        this.current = current;
    }

    private HubCallerClients clients() {
        HubCaller caller = current.caller();
        if (caller == null) {
            throw Messages.noCall("HubCallerClients");
        }
        return caller.clients();
    }

    @Override
    public SingleClientProxy caller() {
        return clients().caller();
    }

    @Override
    public ClientProxy others() {
        return clients().others();
    }

    @Override
    public ClientProxy othersInGroup(String groupName) {
        return clients().othersInGroup(groupName);
    }

    @Override
    public ClientProxy all() {
        return clients().all();
    }

    @Override
    public ClientProxy allExcept(Collection<String> excludedConnectionIds) {
        return clients().allExcept(excludedConnectionIds);
    }

    @Override
    public SingleClientProxy client(String connectionId) {
        return clients().client(connectionId);
    }

    @Override
    public ClientProxy clients(Collection<String> connectionIds) {
        return clients().clients(connectionIds);
    }

    @Override
    public ClientProxy group(String groupName) {
        return clients().group(groupName);
    }

    @Override
    public ClientProxy groups(Collection<String> groupNames) {
        return clients().groups(groupNames);
    }

    @Override
    public ClientProxy groupExcept(String groupName, Collection<String> excludedConnectionIds) {
        return clients().groupExcept(groupName, excludedConnectionIds);
    }

    @Override
    public ClientProxy user(String userId) {
        return clients().user(userId);
    }

    @Override
    public ClientProxy users(Collection<String> userIds) {
        return clients().users(userIds);
    }

    /** Of the same kind: asks for the running call each time that somebody is selected. */
    @Override
    public <T> TypedHubCallerClients<T> typed(Class<T> clientType) {
        return TypedClients.of(this, clientType);
    }
}
