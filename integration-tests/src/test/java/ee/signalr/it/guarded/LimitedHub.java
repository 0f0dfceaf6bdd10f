// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.guarded;

import ee.signalr.GroupManager;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Everything about it is scarce. */
@Hub("/limited")
public class LimitedHub {

    @Inject
    HubCallerContext caller;

    @Inject
    GroupManager groups;

    public String echo(String text) {
        return text;
    }

    public CompletionStage<Void> join(String group) {
        return groups.add(caller.connectionId(), group);
    }
}
