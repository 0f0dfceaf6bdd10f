// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Takes messages for those who listen at {@code /see}. One per request. */
@Path("")
@RequestScoped
public class SendResource {

    @Inject
    private EventBoard board;

    /**
     * Sends a message, as the page does it.
     *
     * @param message the query parameter {@code m}
     * @return 200, or 400 without a message
     */
    @POST
    @Produces(MediaType.TEXT_PLAIN)
    public Response send(@QueryParam("m") @Nullable String message) {
        if (message == null) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity("The query parameter m is missing")
                    .build();
        }
        board.publish(message);
        return Response.ok("sent").build();
    }

    /**
     * Sends a message, from the address bar of a browser.
     *
     * @param message the query parameter {@code m}
     * @return 200, or 400 without a message
     */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public Response sendByGet(@QueryParam("m") @Nullable String message) {
        return send(message);
    }
}
