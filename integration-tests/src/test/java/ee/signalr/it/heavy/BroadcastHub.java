// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.heavy;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import jakarta.inject.Inject;

/** A hub that speaks to everybody, from many threads. One instance per call. */
@Hub("/broadcast")
public class BroadcastHub {

    @Inject
    HubCallerClients clients;

    @Inject
    StartingLine line;

    /** Answers its argument. */
    public String echo(String text) {
        return text;
    }

    /** Waits until so many callers are at it, then sends {@code number(sender, 0)} to {@code number(sender, count - 1)} to all. */
    public void broadcast(String sender, int count, int senders) {
        line.await("broadcast", senders);
        String padding = "x".repeat(200);
        for (int number = 0; number < count; number++) {
            clients.all().send("number", sender, number, padding);
        }
    }
}
