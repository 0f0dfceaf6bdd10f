// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubInvocationContext;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A call as filters see it. Thread-safe but for its arguments, which one thread at a time may change. */
final class FilteredCall extends Filtered implements HubInvocationContext {

    /** What filters run around. */
    interface Target {

        /**
         * Calls the method.
         *
         * @param arguments what the client has sent, as filters have left it
         */
        @Nullable
        Object call(HubActivation contexts, @Nullable Object[] arguments) throws Throwable;
    }

    /**
     * What is known of a call before its method is.
     *
     * @param definition the hub
     * @param who is calling
     * @param target the name that the client gave
     * @param streaming whether it asks for a stream
     */
    record Request(HubDefinition definition, HubCaller who, String target, boolean streaming) {}

    private static final @Nullable Object[] NONE = {};

    private final Request request;
    private final @Nullable HubMethod method;
    private final @Nullable Object[] arguments;
    private final Target hub;

    private FilteredCall(Request request, @Nullable HubMethod method, @Nullable Object[] arguments, Target hub) {
        super(request.definition(), request.who());
        this.request = request;
        this.method = method;
        this.arguments = arguments;
        this.hub = hub;
    }

    /** A call that reaches the hub, if filters let it. */
    static FilteredCall of(Request request, HubMethod method, @Nullable Object[] arguments, Target hub) {
        return new FilteredCall(request, method, arguments, hub);
    }

    /** A call that fails before it reaches the hub. */
    static FilteredCall refused(Request request, @Nullable HubMethod method, CallRefusedException refusal) {
        return new FilteredCall(request, method, NONE, (contexts, none) -> {
            throw refusal;
        });
    }

    @Override
    public String target() {
        return request.target();
    }

    @Override
    public boolean isStreaming() {
        return request.streaming();
    }

    @Override
    public Optional<Method> method() {
        return Optional.ofNullable(method).map(HubMethod::method);
    }

    @Override
    public List<@Nullable Object> arguments() {
        return Collections.unmodifiableList(Arrays.asList(arguments));
    }

    @Override
    public void argument(int index, @Nullable Object value) {
        if (index < 0 || index >= arguments.length) {
            throw new IndexOutOfBoundsException(
                    "There is no argument " + index + " of '" + target() + "', which has " + arguments.length);
        }
        check(index, value);
        arguments[index] = value;
    }

    @Override
    public void arguments(List<? extends @Nullable Object> values) {
        @Nullable Object[] changed = values.toArray();
        if (changed.length != arguments.length) {
            throw new IllegalArgumentException(
                    "'" + target() + "' has " + arguments.length + " argument(s), not " + changed.length);
        }
        for (int i = 0; i < changed.length; i++) {
            check(i, changed[i]);
        }
        System.arraycopy(changed, 0, arguments, 0, changed.length);
    }

    private void check(int index, @Nullable Object value) {
        if (method == null) {
            return;
        }
        Class<?> type = method.argumentClass(index);
        boolean fits = value == null
                ? !type.isPrimitive()
                : MethodType.methodType(type).wrap().returnType().isInstance(value);
        if (!fits) {
            String given = value == null ? "null" : "a " + value.getClass().getName();
            throw new IllegalArgumentException(
                    "Argument " + index + " of '" + target() + "' is a " + type.getName() + " and cannot be " + given);
        }
    }

    @Override
    CompletionStage<?> apply(HubFilter filter, HubFilter.Next next) throws Exception {
        return filter.invoke(this, next);
    }

    @Override
    @Nullable
    Object proceed(HubActivation contexts) throws Throwable {
        return hub.call(contexts, arguments);
    }
}
