// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.GroupManager;
import ee.signalr.core.lifetime.HubLifetimeManager;
import java.util.concurrent.CompletionStage;

/** The groups of one hub. Immutable and thread-safe. */
final class DefaultGroupManager implements GroupManager {

    private final HubLifetimeManager lifetime;

    DefaultGroupManager(HubLifetimeManager lifetime) {
        this.lifetime = lifetime;
    }

    @Override
    public CompletionStage<Void> add(String connectionId, String groupName) {
        return lifetime.addToGroup(connectionId, GroupNames.check(groupName));
    }

    @Override
    public CompletionStage<Void> remove(String connectionId, String groupName) {
        return lifetime.removeFromGroup(connectionId, GroupNames.check(groupName));
    }
}
