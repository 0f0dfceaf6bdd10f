// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** What the binders of protocols ask about declared types. Stateless. */
public final class Types {

    private Types() {}

    /** The type itself, or what a wildcard or a type variable is known to be at least. */
    public static Type withoutVariables(Type type) {
        if (type instanceof WildcardType wildcard) {
            return withoutVariables(wildcard.getUpperBounds()[0]);
        }
        return type instanceof TypeVariable<?> ? erasure(type) : type;
    }

    /** The class of a type, without its arguments. */
    public static Class<?> erasure(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return erasure(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(erasure(array.getGenericComponentType()), 0)
                    .getClass();
        }
        if (type instanceof WildcardType wildcard) {
            return erasure(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof TypeVariable<?> variable) {
            return erasure(variable.getBounds()[0]);
        }
        throw new IllegalArgumentException("Not a type that Java knows: " + type);
    }

    /** The type of the elements of an array. */
    public static Type component(Type array) {
        return array instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : erasure(array).getComponentType();
    }

    /** An argument of a generic type; {@link Object} if the type is raw. */
    public static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }
}
