// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.HubMethodName;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What an interface that describes clients must keep to. */
final class ClientInterfaceRules {

    private final Class<?> type;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Method> names = new HashMap<>();

    private ClientInterfaceRules(Class<?> type) {
        this.type = type;
    }

    /** All that is wrong, in an order that is always the same; empty when nothing is. */
    static List<String> check(Class<?> type) {
        if (!type.isInterface() || type.isAnnotation()) {
            return List.of("Type must be an interface.");
        }
        ClientInterfaceRules rules = new ClientInterfaceRules(type);
        methods(type).forEach(rules::check);
        return List.copyOf(rules.problems);
    }

    /** The methods of clients: those that somebody must implement, be it that {@link Object} does. */
    static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isDefault() && Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !isOfObject(method))
                .sorted(Comparator.comparing(Method::toGenericString));
    }

    private static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(known -> known.getName().equals(method.getName())
                        && Arrays.equals(known.getParameterTypes(), method.getParameterTypes()));
    }

    /** The name of a client's method. */
    static String wireName(Method method) {
        HubMethodName renamed = method.getAnnotation(HubMethodName.class);
        return renamed == null ? method.getName() : renamed.value();
    }

    /** What a method that returns a stage asks for. */
    static Type resultType(Method method) {
        Type result = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        return result instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : result;
    }

    private void check(Method method) {
        String name = type.getName() + "." + method.getName();
        if (!isVoid(method) && !isStage(method)) {
            problems.add("Cannot generate proxy implementation for '" + name
                    + "'. All client proxy methods must return 'void' or 'CompletionStage<T>'.");
        } else if (isStage(method) && hasVariable(resultType(method))) {
            problems.add("Cannot generate proxy implementation for '" + name
                    + "'. The type of a result must not contain type parameters.");
        }
        if (method.getTypeParameters().length != 0) {
            problems.add("Cannot generate proxy implementation for '" + name
                    + "'. Client proxy methods must not be generic.");
        }
        checkName(method, name);
    }

    private void checkName(Method method, String name) {
        String wireName = wireName(method);
        if (wireName.isBlank()) {
            problems.add("Cannot generate proxy implementation for '" + name + "'. @HubMethodName is empty.");
            return;
        }
        Method namesake = names.putIfAbsent(wireName.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), method);
        // The same method may be inherited in two ways.
        if (namesake != null && !isSame(namesake, method)) {
            problems.add("Duplicate definitions of '" + name + "'. Overloading is not supported.");
        }
    }

    private static boolean isSame(Method one, Method other) {
        return one.getName().equals(other.getName())
                && one.getReturnType() == other.getReturnType()
                && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }

    private static boolean isVoid(Method method) {
        return method.getReturnType() == void.class;
    }

    private static boolean isStage(Method method) {
        return method.getReturnType() == CompletionStage.class
                && method.getGenericReturnType() instanceof ParameterizedType;
    }

    private static boolean hasVariable(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(ClientInterfaceRules::hasVariable);
        }
        if (type instanceof GenericArrayType array) {
            return hasVariable(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.concat(Arrays.stream(wildcard.getUpperBounds()), Arrays.stream(wildcard.getLowerBounds()))
                    .anyMatch(ClientInterfaceRules::hasVariable);
        }
        return type instanceof TypeVariable<?>;
    }
}
