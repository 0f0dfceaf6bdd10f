// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.streaming;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A stream in the signature of a hub method.
 *
 * @param kind how the items are given
 * @param itemType what each of them is
 */
public record StreamType(StreamKind kind, Type itemType) {

    /** The stream for which a declared type stands, if it is exactly a type of streams. */
    public static Optional<StreamType> of(Type declared) {
        return rawType(declared).flatMap(StreamKind::of).map(kind -> new StreamType(kind, argumentOf(declared)));
    }

    /** The same for the result of a method, which may also be a stage of a stream. */
    public static Optional<StreamType> ofResult(Type declared) {
        boolean later = rawType(declared)
                .filter(CompletionStage.class::isAssignableFrom)
                .isPresent();
        return of(later ? argumentOf(declared) : declared);
    }

    private static Optional<Class<?>> rawType(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return rawType(parameterized.getRawType());
        }
        return type instanceof Class<?> already ? Optional.of(already) : Optional.empty();
    }

    /** The only type argument, or the upper bound of one that is a wildcard; {@code Object} when there is none. */
    private static Type argumentOf(Type type) {
        if (!(type instanceof ParameterizedType parameterized) || parameterized.getActualTypeArguments().length != 1) {
            return Object.class;
        }
        Type argument = parameterized.getActualTypeArguments()[0];
        return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
    }
}
