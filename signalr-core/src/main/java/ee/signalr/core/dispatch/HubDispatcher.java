// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.Disconnection;
import ee.signalr.HubException;
import ee.signalr.core.protocol.CallMessage;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.core.security.SecurityRequirement.Access;
import ee.signalr.spi.CallRefusedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Brings calls of clients, and the callbacks of a connection's life, to the hub. Thread-safe; runs user code on the calling
 * thread. What a hub method throws completes the call, never the connection.
 */
public final class HubDispatcher {

    private static final System.Logger LOG = System.getLogger(HubDispatcher.class.getName());

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final HubDefinition definition;
    private final HubDefinition.MethodTable methods;
    private final HubActivator activator;
    private final ErrorMessages errors;
    private final Refusals refusals;
    private final @Nullable FilterChain filters;

    /**
     * Makes the dispatcher of one hub.
     *
     * @param filters run around its calls and callbacks; null when there are none
     */
    public HubDispatcher(
            HubDefinition definition, HubActivator activator, ErrorMessages errors, @Nullable FilterChain filters) {
        this.definition = definition;
        this.methods = definition.table();
        this.activator = activator;
        this.errors = errors;
        this.refusals = new Refusals(errors);
        this.filters = filters;
    }

    /**
     * Runs the callback of a new connection.
     *
     * @return completes when it has ended, exceptionally when it failed
     */
    public CompletionStage<Void> connected(HubCaller caller) {
        HubMethod method = definition.callbacks().onConnected();
        if (method != null && !isPermitted(method, caller)) {
            return CompletableFuture.failedStage(new HubException("The user is unauthorized."));
        }
        return callback(method, caller, null);
    }

    /**
     * Runs the callback of an ended connection.
     *
     * @param cause why it ended; null when nothing failed
     * @return completes when it has ended, exceptionally when it failed
     */
    public CompletionStage<Void> disconnected(HubCaller caller, @Nullable Throwable cause) {
        HubMethod method = definition.callbacks().onDisconnected();
        boolean permitted = method != null && isPermitted(method, caller);
        return callback(permitted ? method : null, caller, new Disconnection(Optional.ofNullable(cause)));
    }

    /**
     * Runs the callback of a connection whose client has refreshed its authentication.
     *
     * @return completes when it has ended, exceptionally when it failed
     */
    public CompletionStage<Void> refreshed(HubCaller caller) {
        HubMethod method = definition.callbacks().onAuthenticationRefreshed();
        return method == null || !isPermitted(method, caller) ? DONE : run(method, caller, null);
    }

    private static boolean isPermitted(HubMethod method, HubCaller caller) {
        SecurityRequirement asked = method.requirement();
        return asked.isOpen() || asked.access(caller.identity()) == Access.GRANTED;
    }

    /** What was kept for the connection can go. */
    public void ended(HubCaller caller) {
        activator.ended(caller);
    }

    private CompletionStage<Void> callback(
            @Nullable HubMethod method, HubCaller caller, @Nullable Disconnection disconnection) {
        FilterChain chain = filters;
        if (chain != null) {
            FilteredConnection connection = new FilteredConnection(
                    definition,
                    caller,
                    disconnection,
                    contexts -> method == null ? null : callback(method, contexts.hub(), caller, disconnection));
            return chain.run(connection).thenApply(any -> null);
        }
        return method == null ? DONE : run(method, caller, disconnection);
    }

    private CompletionStage<Void> run(HubMethod method, HubCaller caller, @Nullable Disconnection disconnection) {
        try {
            Object result = call(method, caller, Parameters.ofCallback(method, caller, given(disconnection)));
            return result instanceof CompletionStage<?> stage ? stage.thenApply(any -> null) : DONE;
        } catch (Throwable failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    private static @Nullable Object callback(
            HubMethod method, Object hub, HubCaller caller, @Nullable Disconnection disconnection) throws Throwable {
        return method.invoke(hub, Parameters.ofCallback(method, caller, given(disconnection)));
    }

    private static Disconnection given(@Nullable Disconnection disconnection) {
        return disconnection == null ? new Disconnection(Optional.empty()) : disconnection;
    }

    String hubName() {
        return definition.name();
    }

    ErrorMessages errors() {
        return errors;
    }

    /**
     * Takes a call that has arrived; it is to be started in its turn.
     *
     * @param origin where it comes from
     * @param expectsStream whether the client expects a stream
     */
    public Invocation receive(CallOrigin origin, CallMessage message, boolean expectsStream) {
        return new Invocation(this, origin, message, expectsStream, methods.find(message.target()));
    }

    /** Runs a call; completes, never exceptionally, when it has ended, or its stream has begun. */
    CompletableFuture<Void> start(Invocation invocation) {
        HubMethod method = invocation.method();
        if (method == null) {
            LOG.log(System.Logger.Level.DEBUG, "No method {0} in {1}", invocation.target(), definition.name());
            return refuse(invocation, refusals.unknown(invocation));
        }
        Object[] arguments;
        try {
            arguments = ArgumentBinder.bind(invocation.origin().protocol(), invocation.message(), method);
        } catch (HubProtocolException unbindable) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot call " + method, unbindable);
            return refuse(invocation, refusals.unbindable(invocation, method, unbindable));
        }
        if (!isPermitted(method, invocation.origin().caller())) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "{0} is not for {1}",
                    method,
                    invocation.origin().caller().connection());
            return refuse(invocation, refusals.unauthorized(invocation));
        }
        CallRefusedException refusal = refusals.of(invocation, method);
        if (refusal != null) {
            return refuse(invocation, refusal);
        }
        if (invocation.streams()) {
            stream(invocation, method, arguments);
            return DONE;
        }
        FilterChain chain = filters;
        return chain == null
                ? run(invocation, method, Parameters.ofCall(method, invocation, arguments))
                : answer(invocation, chain.run(filtered(invocation, method, arguments)));
    }

    private FilteredCall filtered(Invocation invocation, HubMethod method, @Nullable Object[] arguments) {
        return FilteredCall.of(request(invocation), method, arguments, (contexts, changed) -> {
            if (invocation.isUnwanted()) {
                // Cancelled while a filter took its time: as before filters, the method does not run then.
                throw new HubException("The call has been cancelled.");
            }
            return method.invoke(contexts.hub(), Parameters.ofCall(method, invocation, changed));
        });
    }

    private FilteredCall.Request request(Invocation invocation) {
        return new FilteredCall.Request(
                definition, invocation.origin().caller(), invocation.target(), invocation.expectsStream());
    }

    private CompletableFuture<Void> refuse(Invocation invocation, CallRefusedException refusal) {
        FilterChain chain = filters;
        if (chain == null) {
            invocation.error(String.valueOf(refusal.getMessage()));
            return DONE;
        }
        CompletionStage<@Nullable Object> outcome =
                chain.run(FilteredCall.refused(request(invocation), invocation.method(), refusal));
        // A filter may answer in place of the hub, but what would be a stream is not known then.
        return answer(invocation, invocation.expectsStream() ? outcome.thenApply(any -> fail(refusal)) : outcome);
    }

    private static @Nullable Object fail(CallRefusedException refusal) {
        throw refusal;
    }

    private CompletableFuture<Void> run(Invocation invocation, HubMethod method, @Nullable Object[] parameters) {
        Object result;
        try {
            result = call(method, invocation.origin().caller(), parameters);
        } catch (Throwable failure) {
            invocation.failed(failure);
            return DONE;
        }
        if (!(result instanceof CompletionStage<?> stage)) {
            invocation.result(result);
            return DONE;
        }
        return answer(invocation, stage);
    }

    private static CompletableFuture<Void> answer(Invocation invocation, CompletionStage<?> stage) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            try {
                if (failure == null) {
                    invocation.result(value);
                } else {
                    invocation.failed(failure);
                }
            } catch (RuntimeException | Error unanswerable) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "SIGNALR-1018: no answer for a call of " + invocation.target(),
                        unanswerable);
            } finally {
                end.complete(null);
            }
        });
        return end;
    }

    /** Calls a method with everything around it; the instance is given back when the stage that it returns is complete. */
    private @Nullable Object call(HubMethod method, HubCaller caller, @Nullable Object[] parameters) throws Throwable {
        HubActivation activation = activator.activate(definition.hubClass(), caller);
        Object result = null;
        try {
            result = method.invoke(activation.hub(), parameters);
        } finally {
            activation.leave();
            if (!(result instanceof CompletionStage<?>)) {
                activation.release();
            }
        }
        return result instanceof CompletionStage<?> stage
                ? stage.whenComplete((value, failure) -> activation.release())
                : result;
    }

    private void stream(Invocation invocation, HubMethod method, @Nullable Object[] arguments) {
        StreamCall call = new StreamCall(invocation, method, errors);
        if (!call.begin()) {
            return;
        }
        FilterChain chain = filters;
        if (chain != null) {
            FilterRun run = chain.keeping(filtered(invocation, method, arguments));
            call.returned(run, run.start());
            return;
        }
        @Nullable Object[] parameters = Parameters.ofCall(method, invocation, arguments);
        HubActivation activation;
        try {
            activation = activator.activate(
                    definition.hubClass(), invocation.origin().caller());
        } catch (Throwable failure) {
            call.failed(failure);
            return;
        }
        Object result;
        try {
            result = method.invoke(activation.hub(), parameters);
        } catch (Throwable failure) {
            activation.leave();
            call.failed(failure);
            activation.release();
            return;
        }
        activation.leave();
        call.returned(activation, result);
    }
}
