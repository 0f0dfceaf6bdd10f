// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.SingleClientProxy;
import ee.signalr.core.lifetime.Audience;
import ee.signalr.core.lifetime.ClientInvocation;
import ee.signalr.core.lifetime.HubLifetimeManager;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sends to one client, and asks it for results. Immutable and thread-safe. */
final class DefaultSingleClientProxy extends DefaultClientProxy implements SingleClientProxy {

    private final HubLifetimeManager lifetime;
    private final String connectionId;
    private final ResultGate gate;
    private final @Nullable Duration timeout;

    DefaultSingleClientProxy(HubLifetimeManager lifetime, String connectionId, ResultGate gate) {
        this(lifetime, connectionId, gate, null);
    }

    private DefaultSingleClientProxy(
            HubLifetimeManager lifetime, String connectionId, ResultGate gate, @Nullable Duration timeout) {
        super(lifetime, new Audience.Connection(connectionId));
        this.lifetime = lifetime;
        this.connectionId = connectionId;
        this.gate = gate;
        this.timeout = timeout;
    }

    @Override
    public <T> CompletionStage<T> invoke(Class<T> resultType, String method, @Nullable Object... arguments) {
        return invoke((Type) resultType, method, arguments);
    }

    @Override
    @SuppressWarnings("unchecked") // the protocol binds to the type; nothing but the caller's word ties T to it
    public <T> CompletionStage<T> invoke(Type resultType, String method, @Nullable Object... arguments) {
        checkMethod(method);
        ClientInvocation invocation = new ClientInvocation(method, list(arguments), resultType, timeout);
        if (gate == ResultGate.OPEN) {
            return (CompletionStage<T>) lifetime.invoke(connectionId, invocation);
        }
        return (CompletionStage<T>) invoke(invocation);
    }

    private CompletionStage<@Nullable Object> invoke(ClientInvocation invocation) {
        gate.check();
        CompletableFuture<@Nullable Object> asked =
                lifetime.invoke(connectionId, invocation).toCompletableFuture();
        Runnable leave = gate.enter();
        // A stage of its own, so that the gate is left before anything that depends on the result runs.
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        asked.whenComplete((value, failure) -> {
            leave.run();
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
        result.whenComplete((value, failure) -> asked.cancel(false));
        return result;
    }

    @Override
    public SingleClientProxy withTimeout(Duration limit) {
        return new DefaultSingleClientProxy(lifetime, connectionId, gate, checkTimeout(limit));
    }

    static Duration checkTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be more than zero");
        }
        return timeout;
    }
}
