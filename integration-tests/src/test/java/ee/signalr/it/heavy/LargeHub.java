// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.heavy;

import ee.signalr.Hub;
import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.event.Observes;

/** A hub whose limits let large messages pass. One instance per call. */
@Hub("/large")
public class LargeHub {

    private static final int MOST = 16 * 1_048_576;

    /** All limits that stand in the way of a large message. */
    static void configure(@Observes SignalRConfiguration configuration) {
        configuration
                .webSocketMaxFrameSize(MOST)
                .hub(LargeHub.class)
                .maximumReceiveMessageSize(MOST)
                .outboundByteLimit(4L * MOST)
                .access()
                .maximumPostSize(MOST);
    }

    /** Answers its argument. */
    public String echo(String text) {
        return text;
    }
}
