// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.events;

import ee.signalr.example.Background;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The event stream for a bare {@code EventSource}. One per request. */
@Path("")
@RequestScoped
public class SeeResource {

    @Inject
    private EventBoard board;

    @Inject
    private Background background;

    /**
     * Opens a stream: an event {@code custom} at once, then an unnamed event for each message.
     *
     * @param sse makes events
     * @param sink the response
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void see(@Context Sse sse, @Context SseEventSink sink) {
        board.open(new EventStream(sse, sink, background));
    }
}
