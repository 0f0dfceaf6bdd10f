// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import ee.signalr.CancellationToken;
import ee.signalr.HttpRequestSnapshot;
import ee.signalr.HubCallerContext;
import ee.signalr.TransportType;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A caller with a connection id, who can be aborted. Not thread-safe. */
public final class FakeCaller implements HubCallerContext {

    private final String connectionId;
    private boolean abortCalled;

    public FakeCaller(String connectionId) {
        this.connectionId = connectionId;
    }

    public boolean wasAborted() {
        return abortCalled;
    }

    @Override
    public String connectionId() {
        return connectionId;
    }

    @Override
    public void abort() {
        abortCalled = true;
    }

    @Override
    public Optional<String> userIdentifier() {
        return Optional.empty();
    }

    @Override
    public Optional<Principal> principal() {
        return Optional.empty();
    }

    @Override
    public Set<String> roles() {
        return Set.of();
    }

    @Override
    public boolean isInRole(String role) {
        return false;
    }

    @Override
    public ConcurrentMap<String, Object> items() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public TransportType transport() {
        return TransportType.WEB_SOCKETS;
    }

    @Override
    public CancellationToken aborted() {
        throw new UnsupportedOperationException();
    }

    @Override
    public HttpRequestSnapshot httpRequest() {
        throw new UnsupportedOperationException();
    }
}
