// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.OnAuthenticationRefreshed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

/** Closes connections whose authentication has expired; lets clients refresh it. */
@Hub("/refreshing")
@RolesAllowed("**")
public class RefreshingHub {

    @Inject
    HubCallerContext caller;

    @Inject
    HubCallerClients clients;

    public String whoAmI() {
        return CallerReport.of(caller);
    }

    @RolesAllowed("moderator")
    public String moderate() {
        return "moderated";
    }

    @OnAuthenticationRefreshed
    void refreshed() {
        clients.caller().send("refreshed", CallerReport.of(caller));
    }
}
