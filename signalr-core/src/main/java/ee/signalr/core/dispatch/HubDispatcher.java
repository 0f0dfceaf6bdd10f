// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.Disconnection;
import ee.signalr.HubException;
import ee.signalr.core.protocol.CallMessage;
import ee.signalr.core.protocol.HubProtocolException;
import java.util.List;
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

    /** Makes the dispatcher of one hub. */
    public HubDispatcher(HubDefinition definition, HubActivator activator, ErrorMessages errors) {
        this.definition = definition;
        this.methods = definition.table();
        this.activator = activator;
        this.errors = errors;
    }

    /**
     * Runs the callback of a new connection.
     *
     * @return completes when it has ended, exceptionally when it failed
     */
    public CompletionStage<Void> connected(HubCaller caller) {
        return callback(definition.onConnected(), caller, new Disconnection(Optional.empty()));
    }

    /**
     * Runs the callback of an ended connection.
     *
     * @param cause why it ended; null when nothing failed
     * @return completes when it has ended, exceptionally when it failed
     */
    public CompletionStage<Void> disconnected(HubCaller caller, @Nullable Throwable cause) {
        return callback(definition.onDisconnected(), caller, new Disconnection(Optional.ofNullable(cause)));
    }

    /** What was kept for the connection can go. */
    public void ended(HubCaller caller) {
        activator.ended(caller);
    }

    private CompletionStage<Void> callback(@Nullable HubMethod method, HubCaller caller, Disconnection disconnection) {
        if (method == null) {
            return DONE;
        }
        try {
            Object result = call(method, caller, Parameters.ofCallback(method, caller, disconnection));
            return result instanceof CompletionStage<?> stage ? stage.thenApply(any -> null) : DONE;
        } catch (Throwable failure) {
            return CompletableFuture.failedStage(failure);
        }
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
            invocation.error(errors.bindingFailed(invocation.target(), new HubException("Method does not exist.")));
            return DONE;
        }
        Object[] arguments;
        try {
            arguments = ArgumentBinder.bind(invocation.origin().protocol(), invocation.message(), method);
        } catch (HubProtocolException unbindable) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot call " + method, unbindable);
            invocation.error(errors.bindingFailed(invocation.target(), unbindable));
            return DONE;
        }
        String refusal = refusal(invocation, method);
        if (refusal != null) {
            invocation.error(refusal);
            return DONE;
        }
        @Nullable Object[] parameters = Parameters.ofCall(method, invocation, arguments);
        if (invocation.streams()) {
            stream(invocation, method, parameters);
            return DONE;
        }
        return run(invocation, method, parameters);
    }

    /** Why a call cannot run although its arguments fit; null when it can. */
    private @Nullable String refusal(Invocation invocation, HubMethod method) {
        String target = invocation.target();
        boolean streaming = method.resultStream() != null;
        if (streaming != invocation.expectsStream()) {
            return streaming
                    ? "The client attempted to invoke the streaming '" + target
                            + "' method with a non-streaming invocation."
                    : "The client attempted to invoke the non-streaming '" + target
                            + "' method with a streaming invocation.";
        }
        if (streaming && invocation.isDuplicate()) {
            return "Invocation ID '" + invocation.message().invocationId() + "' is already in use.";
        }
        List<String> streamIds = invocation.message().streamIds();
        int sent = streamIds == null ? 0 : streamIds.size();
        if (sent != 0) {
            return invocation.describe(new HubException("Client sent " + sent + " stream(s), Hub method expects 0."));
        }
        try {
            invocation.begin(streaming ? sent + 1 : sent);
            return null;
        } catch (HubException tooMany) {
            return invocation.describe(tooMany);
        }
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
        CompletableFuture<Void> end = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            try {
                if (failure == null) {
                    invocation.result(value);
                } else {
                    invocation.failed(failure);
                }
            } catch (RuntimeException | Error unanswerable) {
                LOG.log(System.Logger.Level.ERROR, "SIGNALR-1018: no answer for a call of " + method, unanswerable);
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

    private void stream(Invocation invocation, HubMethod method, @Nullable Object[] parameters) {
        StreamCall call = new StreamCall(invocation, method, errors);
        if (!call.begin()) {
            return;
        }
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
