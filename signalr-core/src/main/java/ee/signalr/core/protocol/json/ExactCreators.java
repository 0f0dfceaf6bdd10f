// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.protocol.json;

import ee.signalr.core.protocol.TypeCache;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which types Yasson cannot read ignoring case: those in whose reach lies a record, or another class with a creator, that
 * has a parameter with a capital letter in its name. Yasson 3.0 folds the names that it reads and then looks for the parameter
 * under its own name, so that it never finds such a one. Thread-safe.
 */
final class ExactCreators {

    private final TypeCache<Boolean> known = new TypeCache<>(type -> isInReach(type, new HashSet<>()));

    /** Whether the type, or one that its members have, is made by a creator with such a parameter. */
    boolean areNeededBy(Type type) {
        return known.of(type);
    }

    private static boolean isInReach(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType generic) {
            return isInReach(generic.getRawType(), seen) || isAnyInReach(generic.getActualTypeArguments(), seen);
        }
        if (type instanceof GenericArrayType array) {
            return isInReach(array.getGenericComponentType(), seen);
        }
        if (type instanceof WildcardType wildcard) {
            return isAnyInReach(wildcard.getUpperBounds(), seen);
        }
        if (type instanceof TypeVariable<?> variable) {
            return isAnyInReach(variable.getBounds(), seen);
        }
        return isClassInReach((Class<?>) type, seen);
    }

    private static boolean isAnyInReach(Type[] types, Set<Type> seen) {
        return Arrays.stream(types).anyMatch(type -> isInReach(type, seen));
    }

    private static boolean isClassInReach(Class<?> type, Set<Type> seen) {
        if (type.isArray()) {
            return isInReach(type.getComponentType(), seen);
        }
        // The platform's classes have adapters of their own.
        if (type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.")) {
            return false;
        }
        return hasSuchCreator(type) || memberTypes(type).anyMatch(member -> isInReach(member, seen));
    }

    private static Stream<Type> memberTypes(Class<?> type) {
        Stream<Type> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getGenericType);
        Type parent = type.getGenericSuperclass();
        return parent == null ? fields : Stream.concat(fields, Stream.of(parent));
    }

    private static boolean hasSuchCreator(Class<?> type) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).anyMatch(ExactCreators::hasCapital);
        }
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(creator -> creator.isAnnotationPresent(JsonbCreator.class))
                .flatMap(creator -> Arrays.stream(creator.getParameters()))
                .anyMatch(ExactCreators::hasCapital);
    }

    /** Annotations of a component that may not stand on components go to its accessor, among others. */
    private static boolean hasCapital(RecordComponent component) {
        return hasCapital(component.getAccessor(), component.getName());
    }

    private static boolean hasCapital(Parameter parameter) {
        return hasCapital(parameter, parameter.getName());
    }

    private static boolean hasCapital(AnnotatedElement element, String ownName) {
        JsonbProperty given = element.getAnnotation(JsonbProperty.class);
        String name = given == null || given.value().isEmpty() ? ownName : given.value();
        return name.chars().anyMatch(Character::isUpperCase);
    }
}
