// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.test;

import ee.signalr.CancellationToken;
import ee.signalr.HttpRequestSnapshot;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.TransportType;
import ee.signalr.core.dispatch.HubCaller;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A caller without a connection. */
public final class FakeCaller implements HubCallerContext, CancellationToken {

    private final String id;
    private final HubCaller caller = new HubCaller(this, noClients());
    private volatile boolean cancelled;

    /** Makes a caller. */
    public FakeCaller(String id) {
        this.id = id;
    }

    private static HubCallerClients noClients() {
        return (HubCallerClients) Proxy.newProxyInstance(
                FakeCaller.class.getClassLoader(),
                new Class<?>[] {HubCallerClients.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** The caller, as the engine passes it around. */
    public HubCaller caller() {
        return caller;
    }

    @Override
    public String connectionId() {
        return id;
    }

    @Override
    public Optional<String> userIdentifier() {
        return Optional.of("user of " + id);
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
        return TransportType.LONG_POLLING;
    }

    @Override
    public CancellationToken aborted() {
        return this;
    }

    @Override
    public void abort() {
        cancelled = true;
    }

    @Override
    public HttpRequestSnapshot httpRequest() {
        throw new UnsupportedOperationException("There was no request");
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        throw new UnsupportedOperationException("Nobody waits");
    }
}
