// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example.count;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.OnConnected;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Shows a run of the counter to all clients, and greets who comes in every way in which a client can be addressed. */
@Hub("/counthub")
public class CountHub {

    static final String GROUP = "MyGroup";

    /** The client method that takes an object, or nothing. */
    static final String SOME_FUNC = "someFunc";

    private final HubCallerContext context;
    private final HubCallerClients clients;
    private final GroupManager groups;
    private final CountService counter;

    @Inject
    CountHub(HubCallerContext context, HubCallerClients clients, GroupManager groups, CountService counter) {
        this.context = context;
        this.clients = clients;
        this.groups = groups;
        this.counter = counter;
    }

    @OnConnected
    CompletionStage<Void> greet() {
        String newcomer = context.connectionId();
        clients.client(newcomer).send(SOME_FUNC, Map.of());
        clients.allExcept(List.of(newcomer)).send(SOME_FUNC);
        return groups.add(newcomer, GROUP)
                .thenCompose(joined -> groups.remove(newcomer, GROUP))
                .thenCompose(left -> clients.group(GROUP).send(SOME_FUNC));
    }

    /**
     * Counts for all clients to see; when a run is under way already, joins it.
     *
     * @param random what the REST resource answered; the counter has no use for it
     * @return done when the run has finished
     */
    public CompletionStage<Void> getLatestCount(String random) {
        return counter.count(clients.all());
    }
}
