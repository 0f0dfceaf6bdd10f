// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The hub whose clients may come back when they lose their WebSocket. */
@Hub("/reconnect")
public class ReconnectHub extends VectorHub {

    @Inject
    ReconnectHub(HubCallerContext context, HubCallerClients clients) {
        super(context, clients);
    }

    static void configure(@Observes SignalRConfiguration configuration) {
        configuration.hub(ReconnectHub.class).allowStatefulReconnects(true);
    }
}
