// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded.basic;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An enterprise bean that the container guards. */
@Stateless
public class ModeratorBean {

    @Resource
    SessionContext context;

    /** Tells the caller that the container sees. */
    @RolesAllowed("moderator")
    public String moderate() {
        return "moderated by " + context.getCallerPrincipal().getName();
    }
}
