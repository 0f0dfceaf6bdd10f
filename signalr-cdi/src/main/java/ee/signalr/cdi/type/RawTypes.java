// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.type;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** Takes the type parameters off types. */
public final class RawTypes {

    private RawTypes() {}

    /** The class that is left of a type at run time: of variables and wildcards their first bound; never null. */
    public static Class<?> of(Type type) {
        if (type instanceof Class<?> already) {
            return already;
        }
        if (type instanceof ParameterizedType parameterized) {
            return of(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return of(array.getGenericComponentType()).arrayType();
        }
        if (type instanceof TypeVariable<?> variable) {
            return of(variable.getBounds()[0]);
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        throw new IllegalArgumentException("Not a type of the Java language: " + type);
    }

    /** The single type argument of a type such as {@code Instance<X>}; the type itself when it has no single one. */
    public static Type argumentOf(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getActualTypeArguments().length == 1
                ? parameterized.getActualTypeArguments()[0]
                : type;
    }
}
