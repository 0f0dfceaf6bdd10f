// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded.basic;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.OnConnected;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Asks the platform, not SignalR, who is calling. */
@Hub("/platform")
public class PlatformCallerHub {

    @Inject
    SecurityContext security;

    @Inject
    Principal principal;

    @EJB
    ModeratorBean moderators;

    @Inject
    HubCallerClients clients;

    @OnConnected
    void connected() {
        clients.caller().send("connectedAs", name());
    }

    public String securityContext() {
        return name() + " " + security.isCallerInRole("user") + " " + security.isCallerInRole("moderator");
    }

    private String name() {
        Principal caller = security.getCallerPrincipal();
        return caller == null ? "nobody" : caller.getName();
    }

    public String injectedPrincipal() {
        return principal.getName();
    }

    public String enterpriseBean() {
        try {
            return moderators.moderate();
        } catch (EJBAccessException refused) {
            return "refused";
        }
    }

    /** Who it is while items are pulled. */
    public Stream<String> stream() {
        return Stream.generate(this::securityContext).limit(3);
    }

    public CompletionStage<String> later() {
        return CompletableFuture.completedFuture(securityContext());
    }
}
