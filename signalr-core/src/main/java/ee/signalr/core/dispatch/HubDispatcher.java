// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.Disconnection;
import ee.signalr.HubException;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolException;
import ee.signalr.core.protocol.InvocationMessage;
import ee.signalr.core.protocol.RawValue;
import java.lang.reflect.Type;
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
            Object result = call(method, new Parameters(method, caller, disconnection, new Object[0]));
            return result instanceof CompletionStage<?> stage ? stage.thenApply(any -> null) : DONE;
        } catch (Throwable failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    /**
     * Runs a call.
     *
     * @param protocol reads the arguments
     * @param replies gets the answer, unless the client does not want one
     * @return completes, never exceptionally, when the call has ended
     */
    public CompletableFuture<Void> invoke(
            HubCaller caller, HubProtocol protocol, InvocationMessage invocation, Replies replies) {
        Reply reply = new Reply(invocation, replies);
        HubMethod method = methods.find(invocation.target());
        if (method == null) {
            LOG.log(System.Logger.Level.DEBUG, "No method {0} in {1}", invocation.target(), definition.name());
            reply.error(errors.bindingFailed(invocation.target(), new HubException("Method does not exist.")));
            return DONE;
        }
        Object[] arguments;
        try {
            arguments = bind(protocol, invocation, method);
        } catch (HubProtocolException unbindable) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot call " + method, unbindable);
            reply.error(errors.bindingFailed(invocation.target(), unbindable));
            return DONE;
        }
        int streams =
                invocation.streamIds() == null ? 0 : invocation.streamIds().size();
        if (streams != 0) {
            reply.failed(new HubException("Client sent " + streams + " stream(s), Hub method expects 0."));
            return DONE;
        }
        return run(method, new Parameters(method, caller, null, arguments), reply);
    }

    /** Answers a call that expects a stream from a method that gives none. */
    public void refuseStream(String invocationId, String target, Replies replies) {
        HubMethod method = methods.find(target);
        String error = method == null
                ? errors.bindingFailed(target, new HubException("Method does not exist."))
                : "The client attempted to invoke the non-streaming '" + target
                        + "' method with a streaming invocation.";
        replies.reply(CompletionMessage.withError(invocationId, error));
    }

    private @Nullable Object[] bind(HubProtocol protocol, InvocationMessage invocation, HubMethod method) {
        List<Type> types = method.argumentTypes();
        List<?> values = invocation.arguments();
        if (values.size() != types.size()) {
            throw HubProtocolException.invalidData(
                    "Invocation provides " + values.size() + " argument(s) but target expects " + types.size() + ".");
        }
        Object[] bound = new Object[types.size()];
        try {
            for (int i = 0; i < bound.length; i++) {
                bound[i] = protocol.bind((RawValue) values.get(i), types.get(i));
            }
        } catch (RuntimeException | StackOverflowError mismatch) {
            LOG.log(System.Logger.Level.DEBUG, "Cannot bind an argument of " + method, mismatch);
            throw HubProtocolException.invalidData(
                    "Error binding arguments. Make sure that the types of the provided values match the types"
                            + " of the hub method being invoked.");
        }
        return bound;
    }

    private CompletableFuture<Void> run(HubMethod method, Parameters parameters, Reply reply) {
        Object result;
        try {
            result = call(method, parameters);
        } catch (Throwable failure) {
            reply.failed(failure);
            return DONE;
        }
        if (!(result instanceof CompletionStage<?> stage)) {
            reply.result(result);
            return DONE;
        }
        CompletableFuture<Void> end = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            try {
                if (failure == null) {
                    reply.result(value);
                } else {
                    reply.failed(failure);
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
    private @Nullable Object call(HubMethod method, Parameters parameters) throws Throwable {
        HubActivation activation = activator.activate(definition.hubClass(), parameters.caller());
        Object result = null;
        try {
            result = method.invoke(activation.hub(), parameters.values());
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

    /** Where the answer to one call goes: nowhere, when the client wants none. */
    private final class Reply {

        private final InvocationMessage invocation;
        private final Replies replies;

        Reply(InvocationMessage invocation, Replies replies) {
            this.invocation = invocation;
            this.replies = replies;
        }

        void result(@Nullable Object value) {
            String id = invocation.invocationId();
            if (id == null) {
                return;
            }
            try {
                replies.reply(CompletionMessage.withResult(id, value));
            } catch (RuntimeException | Error unwritable) {
                failed(unwritable);
            }
        }

        void failed(Throwable failure) {
            Throwable cause = ErrorMessages.unwrap(failure);
            System.Logger.Level level =
                    cause instanceof HubException ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
            LOG.log(level, "SIGNALR-1003: " + invocation.target() + " of " + definition.name() + " failed", cause);
            error(errors.invocationFailed(invocation.target(), cause));
        }

        void error(String text) {
            String id = invocation.invocationId();
            if (id != null) {
                replies.reply(CompletionMessage.withError(id, text));
            }
        }
    }
}
