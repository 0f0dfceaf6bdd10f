// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.count;

import ee.signalr.HubContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Takes an order for a count over HTTP and tells all clients of the hub, from outside the hub. One per request. */
@Path("count")
@RequestScoped
public class CountResource {

    @Inject
    private HubContext<CountHub> hub;

    /**
     * Takes the order.
     *
     * @return 202 with the number of the order, which is always 1
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response order() {
        hub.clients().all().send(CountHub.SOME_FUNC, Map.of("random", "abcd"));
        return Response.accepted(1).build();
    }
}
