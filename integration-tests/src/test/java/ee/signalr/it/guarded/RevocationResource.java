// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.HubConnections;
import ee.signalr.HubConnections.Reconnect;
import ee.signalr.HubContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;

/** Ends connections of the open hub from outside. */
@Path("/")
public class RevocationResource {

    @Inject
    HubContext<OpenHub> open;

    @Inject
    HubContext<GuardedHub> guarded;

    @POST
    @Path("connections/{id}/{reconnect}")
    public void close(@PathParam("id") String id, @PathParam("reconnect") Reconnect reconnect) {
        open.connections().close(id, reconnect);
    }

    @POST
    @Path("users/{user}/{reconnect}")
    public void closeUser(@PathParam("user") String user, @PathParam("reconnect") Reconnect reconnect) {
        open.connections().closeUser(user, reconnect);
    }

    @POST
    @Path("groups/{group}/{reconnect}")
    public void closeGroup(@PathParam("group") String group, @PathParam("reconnect") Reconnect reconnect) {
        open.connections().closeGroup(group, reconnect);
    }

    /** Roles are separated by commas; a dash stands for none. */
    @POST
    @Path("roles/{user}/{roles}")
    public void recheck(@PathParam("user") String user, @PathParam("roles") String roles) {
        Set<String> left = "-".equals(roles) ? Set.of() : Set.of(roles.split(","));
        for (HubConnections connections : new HubConnections[] {open.connections(), guarded.connections()}) {
            connections.recheckRoles(user, left);
        }
    }
}
