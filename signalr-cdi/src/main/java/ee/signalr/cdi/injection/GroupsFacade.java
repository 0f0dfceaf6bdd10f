// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.GroupManager;
import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.context.Messages;
import java.util.concurrent.CompletionStage;

/** The groups of whatever hub is called on the calling thread. Thread-safe. */
final class GroupsFacade implements GroupManager {

    private final CurrentCall current;
    private final EngineReference engine;

    GroupsFacade(CurrentCall current, EngineReference engine) {
        this.current = current;
        this.engine = engine;
    }

    private GroupManager groups() {
        Class<?> hub = current.hubClass();
        if (hub == null) {
            throw Messages.noCall("GroupManager");
        }
        return engine.get().hubContext(hub).groups();
    }

    @Override
    public CompletionStage<Void> add(String connectionId, String groupName) {
        return groups().add(connectionId, groupName);
    }

    @Override
    public CompletionStage<Void> remove(String connectionId, String groupName) {
        return groups().remove(connectionId, groupName);
    }
}
