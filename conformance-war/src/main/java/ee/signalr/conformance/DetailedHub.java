// SPDX-License-Identifier: Apache-2.0
package ee.signalr.conformance;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import jakarta.inject.Inject;

/** The hub with detailed errors. */
@Hub("/detailed")
public class DetailedHub extends VectorHub {

    @Inject
    DetailedHub(HubCallerContext context, HubCallerClients clients) {
        super(context, clients);
    }
}
