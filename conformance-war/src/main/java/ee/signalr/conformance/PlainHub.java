// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import jakarta.inject.Inject;

/** The hub with default options. */
@Hub("/plain")
public class PlainHub extends VectorHub {

    @Inject
    PlainHub(HubCallerContext context, HubCallerClients clients) {
        super(context, clients);
    }
}
