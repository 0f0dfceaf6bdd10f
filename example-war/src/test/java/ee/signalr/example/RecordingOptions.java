// SPDX-License-Identifier: Apache-2.0
package ee.signalr.example;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Options that write down what is set: {@code maximumConnections[0]}. Not thread-safe. */
public final class RecordingOptions {

    private final List<String> set = new ArrayList<>();

    /** What was set, in order. */
    public List<String> set() {
        return List.copyOf(set);
    }

    /** Options of this type, whose methods answer options of the type that they declare. */
    public <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer(proxy, method, arguments == null ? new Object[0] : arguments)));
    }

    private Object answer(Object proxy, Method method, Object... arguments) {
        Class<?> type = method.getReturnType();
        if (arguments.length == 0 || arguments[0] instanceof Class) {
            return as(type);
        }
        set.add(method.getName() + Arrays.toString(arguments));
        return proxy;
    }
}
