// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.CancellationToken;
import ee.signalr.HttpRequestSnapshot;
import ee.signalr.HubCallerContext;
import ee.signalr.TransportType;
import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.context.Messages;
import ee.signalr.core.dispatch.HubCaller;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;

/** The caller of whatever call is running on the calling thread. Thread-safe. */
final class CallerContextFacade implements HubCallerContext {

    private final CurrentCall current;

    CallerContextFacade(CurrentCall current) {
        this.current = current;
    }

    private HubCallerContext context() {
        HubCaller caller = current.caller();
        if (caller == null) {
            throw Messages.noCall("HubCallerContext");
        }
        return caller.context();
    }

    @Override
    public String connectionId() {
        return context().connectionId();
    }

    @Override
    public Optional<String> userIdentifier() {
        return context().userIdentifier();
    }

    @Override
    public Optional<Principal> principal() {
        return context().principal();
    }

    @Override
    public Set<String> roles() {
        return context().roles();
    }

    @Override
    public boolean isInRole(String role) {
        return context().isInRole(role);
    }

    @Override
    public ConcurrentMap<String, Object> items() {
        return context().items();
    }

    @Override
    public TransportType transport() {
        return context().transport();
    }

    @Override
    public CancellationToken aborted() {
        return context().aborted();
    }

    @Override
    public void abort() {
        context().abort();
    }

    @Override
    public HttpRequestSnapshot httpRequest() {
        return context().httpRequest();
    }
}
