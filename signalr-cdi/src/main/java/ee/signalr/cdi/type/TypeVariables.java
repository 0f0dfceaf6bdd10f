// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.type;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the type parameters of the superclasses of a class stand for. Immutable. */
public final class TypeVariables {

    private final Map<TypeVariable<?>, Type> meanings;

    private TypeVariables(Map<TypeVariable<?>, Type> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    /** Reads the {@code extends} clauses from a class upwards. */
    public static TypeVariables of(Class<?> type) {
        Map<TypeVariable<?>, Type> found = new HashMap<>();
        Type parent = type.getGenericSuperclass();
        while (parent != null) {
            Class<?> raw = RawTypes.of(parent);
            if (parent instanceof ParameterizedType parameterized) {
                Type[] arguments = parameterized.getActualTypeArguments();
                for (int i = 0; i < arguments.length; i++) {
                    found.put(raw.getTypeParameters()[i], arguments[i]);
                }
            }
            parent = raw.getGenericSuperclass();
        }
        return new TypeVariables(found);
    }

    /** The type with every known variable replaced, and every unknown one by its bound; the same type when it has none. */
    public Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Type meaning = meanings.get(variable);
            return meaning == null ? RawTypes.of(variable) : resolve(meaning);
        }
        if (type instanceof ParameterizedType parameterized) {
            return resolveArguments(parameterized);
        }
        if (type instanceof GenericArrayType array) {
            Type component = array.getGenericComponentType();
            Type resolved = resolve(component);
            return resolved.equals(component) ? array : RawTypes.of(resolved).arrayType();
        }
        if (type instanceof WildcardType wildcard) {
            // For reading values, "? extends X" is as good as X.
            Type bound = wildcard.getUpperBounds()[0];
            Type resolved = resolve(bound);
            return resolved.equals(bound) ? wildcard : resolved;
        }
        return type;
    }

    private Type resolveArguments(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Type[] resolved = Arrays.stream(arguments).map(this::resolve).toArray(Type[]::new);
        return Arrays.equals(arguments, resolved) ? type : ResolvedType.of(RawTypes.of(type), resolved);
    }
}
