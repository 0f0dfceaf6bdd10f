// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.ClientProxy;
import ee.signalr.SingleClientProxy;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An interface that describes clients, ready to be put in front of them. Found once per interface and kept with its class, so
 * that it goes with the application. Immutable and thread-safe.
 *
 * @param <T> the interface
 */
final class ClientInterface<T> {

    private static final Object[] NONE = {};

    private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class, Object[].class);

    private static final ClassValue<ClientInterface<?>> KNOWN = new ClassValue<>() {
        @Override
        protected ClientInterface<?> computeValue(Class<?> type) {
            return new ClientInterface<>(type);
        }
    };

    private final Class<T> type;
    private final Map<Method, ClientMethod> methods = new HashMap<>();

    private ClientInterface(Class<T> type) {
        List<String> problems = ClientInterfaceRules.check(type);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(type.getName() + ": " + String.join(" ", problems));
        }
        this.type = type;
        ClientInterfaceRules.methods(type).forEach(method -> methods.put(method, remote(method)));
        Arrays.stream(type.getMethods())
                .filter(Method::isDefault)
                .forEach(method -> methods.put(method, local(method)));
    }

    /**
     * The interface.
     *
     * @throws IllegalArgumentException when it is not valid
     */
    @SuppressWarnings("unchecked") // each class has its own
    static <T> ClientInterface<T> of(Class<T> type) {
        return (ClientInterface<T>) KNOWN.get(type);
    }

    private static ClientMethod remote(Method method) {
        String name = ClientInterfaceRules.wireName(method);
        if (method.getReturnType() == void.class) {
            return (self, client, arguments) -> {
                client.send(name, arguments);
                return null;
            };
        }
        Type resultType = ClientInterfaceRules.resultType(method);
        return (self, client, arguments) -> {
            if (client instanceof SingleClientProxy single) {
                return single.invoke(resultType, name, arguments);
            }
            throw new IllegalStateException("InvokeAsync only works with Single clients. " + method.getName()
                    + " asks for a result; select with client(id) or caller().");
        };
    }

    /** A default method, run as it is. */
    private static ClientMethod local(Method method) {
        Class<?> owner = method.getDeclaringClass();
        MethodHandle body;
        try {
            body = MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .unreflectSpecial(method, owner)
                    .asFixedArity()
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(GENERIC);
        } catch (IllegalAccessException inaccessible) {
            throw new IllegalArgumentException("Cannot access " + method, inaccessible);
        }
        return (self, client, arguments) -> body.invokeExact(self, arguments);
    }

    /** The clients behind the interface. */
    T proxy(ClientProxy client) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Handler(client)));
    }

    /** Passes the calls of one proxy on. */
    private final class Handler implements InvocationHandler {

        private final ClientProxy client;

        Handler(ClientProxy client) {
            this.client = client;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            ClientMethod known = methods.get(method);
            return known == null
                    ? ofObject(proxy, method.getName(), arguments)
                    : known.call(proxy, client, arguments == null ? NONE : arguments);
        }

        private Object ofObject(Object proxy, String method, @Nullable Object @Nullable [] arguments) {
            return switch (method) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getName() + " of " + client;
            };
        }
    }
}
