// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A generic class with arguments that are known only at run time. Equal to the JDK's own types of the same parts. */
public final class ResolvedType implements ParameterizedType {

    private final Class<?> rawType;
    private final List<Type> arguments;

    private ResolvedType(Class<?> rawType, List<Type> arguments) {
        this.rawType = rawType;
        this.arguments = List.copyOf(arguments);
    }

    /** The class with these arguments. */
    public static ParameterizedType of(Class<?> rawType, Type... arguments) {
        return new ResolvedType(rawType, List.of(arguments));
    }

    @Override
    public Type[] getActualTypeArguments() {
        return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
        return rawType;
    }

    @Override
    public @Nullable Type getOwnerType() {
        return rawType.getDeclaringClass();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParameterizedType that
                && rawType.equals(that.getRawType())
                && Objects.equals(getOwnerType(), that.getOwnerType())
                && arguments.equals(List.of(that.getActualTypeArguments()));
    }

    /** As the JDK's own, which compare equal. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(getActualTypeArguments()) ^ Objects.hashCode(getOwnerType()) ^ rawType.hashCode();
    }

    @Override
    public String toString() {
        return rawType.getName()
                + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
    }
}
