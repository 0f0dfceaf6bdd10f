// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.ClientProxy;
import ee.signalr.HubCallerClients;
import ee.signalr.SingleClientProxy;
import ee.signalr.TypedHubCallerClients;
import ee.signalr.core.lifetime.HubLifetimeManager;
import java.util.List;

/** The clients of one hub as seen from one of them. Immutable and thread-safe. */
public final class DefaultHubCallerClients extends DefaultHubClients implements HubCallerClients {

    private final String callerId;

    /** Makes the selectors as seen from the connection with that id; nobody has a say when results are asked for. */
    public DefaultHubCallerClients(HubLifetimeManager lifetime, String callerId) {
        this(lifetime, callerId, ResultGate.OPEN);
    }

    /**
     * Makes the selectors as seen from a connection.
     *
     * @param callerId its id
     * @param gate has a say when results are asked for
     */
    public DefaultHubCallerClients(HubLifetimeManager lifetime, String callerId, ResultGate gate) {
        super(lifetime, gate);
        this.callerId = callerId;
    }

    @Override
    public <T> TypedHubCallerClients<T> typed(Class<T> clientType) {
        return TypedClients.of(this, clientType);
    }

    @Override
    public SingleClientProxy caller() {
        return client(callerId);
    }

    @Override
    public ClientProxy others() {
        return allExcept(List.of(callerId));
    }

    @Override
    public ClientProxy othersInGroup(String groupName) {
        return groupExcept(groupName, List.of(callerId));
    }
}
