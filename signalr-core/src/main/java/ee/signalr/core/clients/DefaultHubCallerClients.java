// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.ClientProxy;
import ee.signalr.HubCallerClients;
import ee.signalr.SingleClientProxy;
import ee.signalr.core.lifetime.HubLifetimeManager;
import java.util.List;

/** The clients of one hub as seen from one of them. Immutable and thread-safe. */
public final class DefaultHubCallerClients extends DefaultHubClients implements HubCallerClients {

    private final String callerId;

    /** Makes the selectors as seen from the connection with that id. */
    public DefaultHubCallerClients(HubLifetimeManager lifetime, String callerId) {
        super(lifetime);
        this.callerId = callerId;
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
