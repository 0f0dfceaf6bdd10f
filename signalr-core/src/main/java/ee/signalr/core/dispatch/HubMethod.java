// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.core.security.SecurityRequirement;
import ee.signalr.core.streaming.StreamKind;
import ee.signalr.core.streaming.StreamType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of a hub, ready to be called. Immutable and thread-safe.
 */
public final class HubMethod {

    private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class, Object[].class);

    private final String name;
    private final Method method;
    private final MethodHandle invoker;
    private final List<ParameterSource> sources;
    private final List<Type> argumentTypes;
    private final boolean takesToken;
    private final List<StreamType> uploads;
    private final @Nullable StreamKind resultStream;
    private final @Nullable MethodConstraints constraints;
    private final SecurityRequirement requirement;

    private HubMethod(HubMethod that, @Nullable MethodConstraints constraints, SecurityRequirement requirement) {
        this.name = that.name;
        this.method = that.method;
        this.invoker = that.invoker;
        this.sources = that.sources;
        this.argumentTypes = that.argumentTypes;
        this.takesToken = that.takesToken;
        this.uploads = that.uploads;
        this.resultStream = that.resultStream;
        this.constraints = constraints;
        this.requirement = requirement;
    }

    private HubMethod(String name, Method method, MethodHandle invoker, List<Type> parameters, Type result) {
        this.name = name;
        this.method = method;
        this.invoker = invoker;
        this.sources = parameters.stream().map(ParameterSource::of).toList();
        this.argumentTypes = parameters.stream()
                .filter(type -> ParameterSource.of(type) == ParameterSource.ARGUMENT)
                .toList();
        this.takesToken = sources.contains(ParameterSource.CANCELLATION);
        this.uploads = parameters.stream()
                .flatMap(type -> StreamType.of(type).stream())
                .toList();
        this.resultStream = StreamType.ofResult(result).map(StreamType::kind).orElse(null);
        this.constraints = null;
        this.requirement = SecurityRequirement.NONE;
    }

    /**
     * Prepares a method.
     *
     * @param name the name by which clients call it
     * @throws IllegalArgumentException when the method cannot be made accessible
     */
    public static HubMethod of(String name, Method method) {
        return of(name, method, List.of(method.getGenericParameterTypes()), method.getGenericReturnType());
    }

    /**
     * Prepares a method whose types are more exact than its declaration says, as in a hub that fixes the type parameters of
     * its superclass.
     *
     * @param name the name by which clients call it
     * @param parameterTypes the types of all parameters, in order
     * @param resultType the type of its result
     * @throws IllegalArgumentException when the method cannot be made accessible
     */
    public static HubMethod of(String name, Method method, List<Type> parameterTypes, Type resultType) {
        try {
            method.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(method);
            MethodHandle spread = handle.asFixedArity().asSpreader(Object[].class, method.getParameterCount());
            return new HubMethod(name, method, spread.asType(GENERIC), parameterTypes, resultType);
        } catch (IllegalAccessException | RuntimeException inaccessible) {
            throw new IllegalArgumentException("Cannot access " + method, inaccessible);
        }
    }

    /** The name by which clients call it; never null. */
    public String name() {
        return name;
    }

    /** The Java method; never null. */
    public Method method() {
        return method;
    }

    /** The types of what clients send, in order; an immutable list. */
    public List<Type> argumentTypes() {
        return argumentTypes;
    }

    /** The class of an argument, counted from 0; {@code Object} when its type is not that of one class. */
    Class<?> argumentClass(int index) {
        Type type = argumentTypes.get(index);
        Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        return raw instanceof Class<?> exact ? exact : Object.class;
    }

    /** The streams that clients send along with a call, in order; an immutable list. */
    public List<StreamType> uploads() {
        return uploads;
    }

    /** How the stream is given with which the method answers; null when it answers with a value. */
    public @Nullable StreamKind resultStream() {
        return resultStream;
    }

    /** Whether it wants to know when a call of it is cancelled. */
    boolean takesToken() {
        return takesToken;
    }

    /** Where each parameter comes from, in order; an immutable list. */
    List<ParameterSource> sources() {
        return sources;
    }

    /** Whether it gives a stream; otherwise a value, now or later. */
    public boolean givesStream() {
        return resultStream != null;
    }

    /** The same method, with constraints that are checked at every call. */
    public HubMethod with(MethodConstraints checked) {
        return new HubMethod(this, checked, requirement);
    }

    /** What is asked of callers, the hub's own requirement included; never null. */
    public SecurityRequirement requirement() {
        return requirement;
    }

    /** The same method, for callers that meet a requirement. */
    public HubMethod requiring(SecurityRequirement asked) {
        return new HubMethod(this, constraints, asked);
    }

    /** Calls the method; what it throws comes out as it is. */
    @Nullable
    Object invoke(Object hub, @Nullable Object[] parameters) throws Throwable {
        MethodConstraints checked = constraints;
        return checked == null
                ? invoker.invokeExact(hub, parameters)
                : new ConstrainedCall(checked, hub).invoke(invoker, parameters);
    }

    @Override
    public String toString() {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
