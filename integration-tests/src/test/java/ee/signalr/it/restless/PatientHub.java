// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.restless;

import ee.signalr.Hub;
import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** A hub whose clients may be idle: it sends no pings while a test runs. One instance per call. */
@Hub("/patient")
public class PatientHub {

    /** No pings, and no hurry. */
    static void configure(@Observes SignalRConfiguration configuration) {
        configuration
                .hub(PatientHub.class)
                .handshakeTimeout(Duration.ofMinutes(10))
                .keepAliveInterval(Duration.ofMinutes(10))
                .clientTimeoutInterval(Duration.ofMinutes(20));
    }

    /** Answers its argument. */
    public String echo(String text) {
        return text;
    }
}
