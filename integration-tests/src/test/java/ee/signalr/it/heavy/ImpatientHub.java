// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.heavy;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** A hub that does not wait for who stops reading, and that neither pings nor misses pings. One instance per call. */
@Hub("/impatient")
public class ImpatientHub {

    @Inject
    HubCallerContext context;

    @Inject
    HubCallerClients clients;

    @Inject
    Listeners listeners;

    /** So that only what is written, or read, tells that a client has gone. */
    static void configure(@Observes SignalRConfiguration configuration) {
        configuration
                .hub(ImpatientHub.class)
                .keepAliveInterval(Duration.ofMinutes(10))
                .clientTimeoutInterval(Duration.ofMinutes(20))
                .transportSendTimeout(Duration.ofSeconds(3));
    }

    @OnConnected
    void connected() {
        listeners.add(context.connectionId());
    }

    @OnDisconnected
    void disconnected() {
        listeners.remove(context.connectionId());
    }

    /** How many are connected to this hub. */
    public int present() {
        return listeners.count();
    }

    /** Sends {@code shout(first)} and so on, a kilobyte each, to all. */
    public void shout(int first, int count) {
        String text = "x".repeat(1000);
        for (int number = first; number < first + count; number++) {
            clients.all().send("shout", number, text);
        }
    }
}
