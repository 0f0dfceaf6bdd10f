// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Hub;
import ee.signalr.SignalRConfiguration;
import ee.signalr.TransportType;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;

/** A hub without WebSockets that wants negotiate version 1. Stateless. */
@Hub(value = "/strict", name = "strict")
public class StrictHub {

    /** What it allows. */
    static void configure(@Observes SignalRConfiguration configuration) {
        configuration
                .hub(StrictHub.class)
                .transports(EnumSet.of(TransportType.SERVER_SENT_EVENTS, TransportType.LONG_POLLING))
                .minimumProtocolVersion(1);
    }

    /** Answers its argument. */
    public String echo(String text) {
        return text;
    }
}
