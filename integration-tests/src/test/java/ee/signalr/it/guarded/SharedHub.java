// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import jakarta.inject.Inject;

/** For pages of a listed origin too. */
@Hub("/shared")
public class SharedHub {

    @Inject
    HubCallerContext caller;

    public String whoAmI() {
        return CallerReport.of(caller);
    }

    /** A cookie of the request that opened the transport. */
    public String cookie(String name) {
        return caller.httpRequest().cookies().getOrDefault(name, "");
    }
}
