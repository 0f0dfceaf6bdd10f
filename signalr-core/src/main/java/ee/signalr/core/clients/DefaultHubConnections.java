// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.HubConnections;
import ee.signalr.core.lifetime.Audience;
import ee.signalr.core.lifetime.HubLifetimeManager;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The connections of one hub. Immutable and thread-safe. */
record DefaultHubConnections(HubLifetimeManager lifetime) implements HubConnections {

    @Override
    public CompletionStage<Void> close(String connectionId, Reconnect reconnect) {
        return close(new Audience.Connection(Objects.requireNonNull(connectionId, "connectionId")), reconnect);
    }

    @Override
    public CompletionStage<Void> closeUser(String userId, Reconnect reconnect) {
        return close(new Audience.Users(Set.of(userId)), reconnect);
    }

    @Override
    public CompletionStage<Void> closeGroup(String groupName, Reconnect reconnect) {
        return close(new Audience.Groups(List.of(GroupNames.check(groupName)), Set.of()), reconnect);
    }

    private CompletionStage<Void> close(Audience audience, Reconnect reconnect) {
        return lifetime.close(audience, Objects.requireNonNull(reconnect, "reconnect"));
    }

    @Override
    public CompletionStage<Void> recheckRoles(String userId, Set<String> roles) {
        return lifetime.recheckRoles(Objects.requireNonNull(userId, "userId"), Set.copyOf(roles));
    }
}
