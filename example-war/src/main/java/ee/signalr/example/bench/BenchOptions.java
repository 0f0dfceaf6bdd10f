// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.bench;

import ee.signalr.HubOptions;
import ee.signalr.SignalRConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Lifts all limits that load generators could cross: they are what is to be measured. Do not do so elsewhere. */
@ApplicationScoped
public class BenchOptions {

    void configure(@Observes SignalRConfiguration configuration) {
        HubOptions options = configuration
                .hub(BenchHub.class)
                .handshakeTimeout(Duration.ofHours(1))
                .maximumInvocationsPerSecond(0)
                .maximumGroupsPerConnection(0)
                .maximumGroupNameLength(0)
                .maximumConcurrentStreams(Integer.MAX_VALUE);
        options.access()
                .maximumConnections(0)
                .maximumPendingConnections(0)
                .maximumConnectionsPerAddress(0)
                .maximumConnectionsPerUser(0)
                .maximumPostSize(0)
                .maximumRequestHeaderSize(0);
    }
}
