// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.PropertyNaming;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members of a class that is no record: public fields, and what public getters and setters stand for. In the order in which
 * the fields are declared, superclasses first; then those without a field, by name. Confined to one call.
 */
final class BeanProperties {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final PropertyNaming naming;
    private final TypeArguments arguments;
    private final Map<String, Parts> found = new LinkedHashMap<>();

    BeanProperties(PropertyNaming naming, TypeArguments arguments) {
        this.naming = naming;
        this.arguments = arguments;
    }

    /** What a class has of one member. */
    private static final class Parts {

        private @Nullable Field field;
        private @Nullable Method getter;
        private @Nullable Method setter;
    }

    List<Property> of(Class<?> type) throws IllegalAccessException {
        addFields(type);
        Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .sorted(Comparator.comparing(Method::getName))
                .forEach(this::addMethod);
        List<Property> properties = new ArrayList<>();
        for (Map.Entry<String, Parts> entry : found.entrySet()) {
            Property property = property(entry.getKey(), entry.getValue());
            if (property != null) {
                properties.add(property);
            }
        }
        return properties;
    }

    private void addFields(@Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return;
        }
        addFields(type.getSuperclass());
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (!Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers) && !field.isSynthetic()) {
                parts(field.getName()).field = field;
            }
        }
    }

    private void addMethod(Method method) {
        String name = method.getName();
        Class<?> result = method.getReturnType();
        int parameters = method.getParameterCount();
        if (parameters == 0 && name.startsWith("get") && result != void.class) {
            addGetter(name.substring("get".length()), method);
        } else if (parameters == 0 && name.startsWith("is") && result == boolean.class) {
            addGetter(name.substring("is".length()), method);
        } else if (parameters == 1 && name.startsWith("set") && name.length() > "set".length()) {
            parts(propertyName(name.substring("set".length()))).setter = method;
        }
    }

    private void addGetter(String capitalized, Method method) {
        if (!capitalized.isEmpty()) {
            parts(propertyName(capitalized)).getter = method;
        }
    }

    private Parts parts(String name) {
        return found.computeIfAbsent(name, any -> new Parts());
    }

    private @Nullable Property property(String plain, Parts parts) throws IllegalAccessException {
        JsonbNames read = JsonbNames.of(parts.setter, parts.field, parts.getter);
        JsonbNames written = JsonbNames.of(parts.getter, parts.field, parts.setter);
        if (read.isTransient()) {
            return null;
        }
        MethodHandle getter = getter(parts);
        MethodHandle setter = setter(parts);
        if (getter == null && setter == null) {
            return null;
        }
        JsonbNames names = getter == null ? read : written;
        return new Property(names.name(naming, plain), arguments.resolve(type(parts)), getter, setter, -1);
    }

    private static Type type(Parts parts) {
        if (parts.setter != null) {
            return parts.setter.getGenericParameterTypes()[0];
        }
        if (parts.getter != null) {
            return parts.getter.getGenericReturnType();
        }
        return Objects.requireNonNull(parts.field, "a member has a field or a method")
                .getGenericType();
    }

    private static @Nullable MethodHandle getter(Parts parts) throws IllegalAccessException {
        if (parts.getter != null) {
            return LOOKUP.unreflect(ObjectModels.accessible(parts.getter));
        }
        Field field = parts.field;
        return field != null && Modifier.isPublic(field.getModifiers())
                ? LOOKUP.unreflectGetter(ObjectModels.accessible(field))
                : null;
    }

    private static @Nullable MethodHandle setter(Parts parts) throws IllegalAccessException {
        if (parts.setter != null) {
            return LOOKUP.unreflect(ObjectModels.accessible(parts.setter));
        }
        Field field = parts.field;
        return field != null && Modifier.isPublic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())
                ? LOOKUP.unreflectSetter(ObjectModels.accessible(field))
                : null;
    }

    /** As the JavaBeans specification has it: two capitals in front stay. */
    private static String propertyName(String capitalized) {
        boolean acronym = capitalized.length() > 1
                && Character.isUpperCase(capitalized.charAt(0))
                && Character.isUpperCase(capitalized.charAt(1));
        return acronym ? capitalized : capitalized.substring(0, 1).toLowerCase(Locale.ROOT) + capitalized.substring(1);
    }
}
