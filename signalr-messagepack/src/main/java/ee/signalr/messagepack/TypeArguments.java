// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.core.protocol.Types;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a type and its ancestors have in the place of their type parameters. Immutable. */
final class TypeArguments {

    private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

    private TypeArguments() {}

    static TypeArguments of(Type type) {
        TypeArguments collected = new TypeArguments();
        collected.collect(type);
        return collected;
    }

    /** What a type gives for a type parameter of a class or interface that it extends or implements. */
    static Type parameter(Type type, Class<?> ancestor, int index) {
        return of(type).resolve(ancestor.getTypeParameters()[index]);
    }

    private void collect(@Nullable Type type) {
        if (type == null) {
            return;
        }
        Class<?> raw = Types.erasure(type);
        if (type instanceof ParameterizedType parameterized) {
            Type[] actual = parameterized.getActualTypeArguments();
            TypeVariable<?>[] variables = raw.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                arguments.putIfAbsent(variables[i], resolve(actual[i]));
            }
        }
        collect(raw.getGenericSuperclass());
        for (Type implemented : raw.getGenericInterfaces()) {
            collect(implemented);
        }
    }

    /** A type without type variables and wildcards; what is not known is what it is at least. */
    Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Type known = arguments.get(variable);
            return known == null ? Types.erasure(variable) : known;
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            Type component = resolve(array.getGenericComponentType());
            return component instanceof Class<?> plain
                    ? Array.newInstance(plain, 0).getClass()
                    : new ArrayOf(component);
        }
        if (type instanceof ParameterizedType parameterized) {
            return new Parameterized(
                    Types.erasure(type),
                    Arrays.stream(parameterized.getActualTypeArguments())
                            .map(this::resolve)
                            .toList());
        }
        return type;
    }

    /** A generic type with its arguments. */
    private record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    /** An array of a generic type. */
    private record ArrayOf(Type component) implements GenericArrayType {

        @Override
        public Type getGenericComponentType() {
            return component;
        }
    }
}
