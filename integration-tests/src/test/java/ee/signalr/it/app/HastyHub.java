// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Disconnection;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** A hub with short limits, so that tests of time-outs end soon. One instance per call. */
@Hub(value = "/hasty", name = "hasty")
public class HastyHub {

    @Inject
    HubCallerContext context;

    @Inject
    HubCallerClients clients;

    @Inject
    Crowd crowd;

    /** The short limits; and none of how much can be posted, here and at the hub of the suites, for floods. */
    static void configure(@Observes SignalRConfiguration configuration) {
        configuration
                .hub(HastyHub.class)
                .handshakeTimeout(Duration.ofSeconds(2))
                .keepAliveInterval(Duration.ofSeconds(1))
                .clientTimeoutInterval(Duration.ofSeconds(3))
                .transportSendTimeout(Duration.ofSeconds(3))
                .disconnectTimeout(Duration.ofSeconds(3))
                .longPollingPollTimeout(Duration.ofSeconds(2))
                .enableDetailedErrors(true)
                .access()
                .maximumPostSize(0);
        configuration.hub(SuiteHub.class).access().maximumPostSize(0);
    }

    @OnConnected
    void connected() {
        crowd.add(context.connectionId());
    }

    @OnDisconnected
    void disconnected(Disconnection disconnection) {
        crowd.remove(context.connectionId());
    }

    /** Answers its argument. */
    public String echo(String text) {
        return text;
    }

    /** How many are connected to this hub. */
    public int hastyOnes() {
        return crowd.all().size();
    }

    /** Sends so many messages of a kilobyte to the caller. */
    public void flood(int count) {
        String text = "x".repeat(1000);
        for (int number = 0; number < count; number++) {
            clients.caller().send("flood", text);
        }
    }
}
