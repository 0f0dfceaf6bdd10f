// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** A hub for tests of deployments. One instance per call. */
@Hub("/greeter")
public class GreeterHub {

    @Inject
    HubCallerContext context;

    @Inject
    HubCallerClients clients;

    @Inject
    GroupManager groups;

    /** Greets. */
    public String greet(String name) {
        return "Hello " + name;
    }

    /** Fails with a text that shows whether errors are detailed. */
    public void fail() {
        throw new IllegalArgumentException("detail");
    }

    /** Joins a group. */
    public CompletionStage<Void> join(String group) {
        return groups.add(context.connectionId(), group);
    }

    /** Sends {@code hear(text)} to a group. */
    public CompletionStage<Void> tellGroup(String group, String text) {
        return clients.group(group).send("hear", text);
    }

    /** Sends {@code hear(text)} to all. */
    public CompletionStage<Void> tellAll(String text) {
        return clients.all().send("hear", text);
    }

    /** Sends {@code hear(text)} to one connection. */
    public CompletionStage<Void> tell(String connectionId, String text) {
        return clients.client(connectionId).send("hear", text);
    }

    /** The caller's connection id. */
    public String whoAmI() {
        return context.connectionId();
    }
}
