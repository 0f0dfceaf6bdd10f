// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.hubconnection;

import ee.signalr.CancellationToken;
import ee.signalr.HttpRequestSnapshot;
import ee.signalr.HubCallerContext;
import ee.signalr.TransportType;
import ee.signalr.core.security.CallerIdentity;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/**
 * A connection as calls see it that began before its client refreshed its authentication, or after: who it is stays as it was
 * then. Thread-safe.
 *
 * @param connection everything else
 * @param identity who it is
 */
public record CallerSnapshot(HubConnection connection, CallerIdentity identity) implements HubCallerContext {

    /** What is known of the caller now. */
    public static CallerSnapshot of(HubConnection connection) {
        return new CallerSnapshot(connection, connection.transportConnection().caller());
    }

    @Override
    public String connectionId() {
        return connection.connectionId();
    }

    @Override
    public Optional<String> userIdentifier() {
        return connection.userIdentifier();
    }

    @Override
    public Optional<Principal> principal() {
        return Optional.ofNullable(identity.principal());
    }

    @Override
    public Set<String> roles() {
        return identity.roles();
    }

    @Override
    public boolean isInRole(String role) {
        return identity.isInRole(role);
    }

    @Override
    public ConcurrentMap<String, Object> items() {
        return connection.items();
    }

    @Override
    public TransportType transport() {
        return connection.transport();
    }

    @Override
    public CancellationToken aborted() {
        return connection.aborted();
    }

    @Override
    public void abort() {
        connection.abort();
    }

    @Override
    public HttpRequestSnapshot httpRequest() {
        return connection.httpRequest();
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
