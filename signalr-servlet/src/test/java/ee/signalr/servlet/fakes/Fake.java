// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.fakes;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Implements an interface method by method. A call of any other method fails the test: what the product may not ask of a container
 * is not there.
 */
public final class Fake<T> implements InvocationHandler {

    /** What a method does. */
    @FunctionalInterface
    public interface Behaviour {

        @Nullable
        Object call(Object[] arguments) throws Throwable;
    }

    private final Class<T> type;
    private final Map<String, Behaviour> methods = new HashMap<>();

    private Fake(Class<T> type) {
        this.type = type;
    }

    public static <T> Fake<T> of(Class<T> type) {
        return new Fake<>(type);
    }

    /** All overloads of that name do this. */
    public Fake<T> on(String method, Behaviour behaviour) {
        methods.put(method, behaviour);
        return this;
    }

    public T make() {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Behaviour behaviour = methods.get(method.getName());
        if (behaviour != null) {
            return behaviour.call(arguments == null ? new Object[0] : arguments);
        }
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        throw new AssertionError("Unexpected call of " + type.getSimpleName() + "." + method.getName());
    }

    private @Nullable Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "fake " + type.getSimpleName();
        };
    }
}
