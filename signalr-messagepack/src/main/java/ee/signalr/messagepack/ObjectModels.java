// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.PropertyNaming;
import ee.signalr.core.protocol.Types;
import jakarta.json.bind.annotation.JsonbCreator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what records and classes consist of: the components of a record; the public fields and bean properties of a class, those
 * of its superclasses first. The annotations {@code @JsonbProperty}, {@code @JsonbTransient} and {@code @JsonbCreator} count.
 * Immutable and thread-safe.
 */
final class ObjectModels {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final PropertyNaming naming;

    ObjectModels(PropertyNaming naming) {
        this.naming = naming;
    }

    /**
     * Looks at a type.
     *
     * @throws IllegalArgumentException when it cannot be accessed
     */
    ObjectModel of(Type type) {
        Class<?> raw = Types.erasure(type);
        if (raw.isPrimitive() || raw.isArray() || raw == Class.class) {
            throw new IllegalArgumentException(raw.getName() + " has no members");
        }
        TypeArguments arguments = TypeArguments.of(type);
        try {
            Executable creator = creator(raw);
            List<Property> parameters = creator == null ? List.of() : parameters(raw, creator, arguments);
            List<Property> properties =
                    raw.isRecord() ? components(raw, arguments) : new BeanProperties(naming, arguments).of(raw);
            return new ObjectModel(creator == null ? null : handle(creator), parameters, properties);
        } catch (IllegalAccessException | RuntimeException inaccessible) {
            throw new IllegalArgumentException(raw.getName() + " cannot be accessed", inaccessible);
        }
    }

    private List<Property> components(Class<?> type, TypeArguments arguments) throws IllegalAccessException {
        List<Property> properties = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonbNames names = JsonbNames.of(component);
            if (!names.isTransient()) {
                properties.add(new Property(
                        names.name(naming, component.getName()),
                        arguments.resolve(component.getGenericType()),
                        LOOKUP.unreflect(accessible(component.getAccessor())),
                        null,
                        -1));
            }
        }
        return properties;
    }

    private List<Property> parameters(Class<?> type, Executable creator, TypeArguments arguments) {
        List<Property> properties = new ArrayList<>();
        boolean canonical = type.isRecord() && creator.equals(canonical(type));
        Parameter[] parameters = creator.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            JsonbNames names = canonical ? JsonbNames.of(type.getRecordComponents()[i]) : JsonbNames.of(parameters[i]);
            String plain = canonical ? type.getRecordComponents()[i].getName() : parameters[i].getName();
            // A transient component is in the constructor all the same, but under a name that nobody can send.
            String name = names.isTransient() ? "\0" + plain : names.name(naming, plain);
            properties.add(new Property(name, arguments.resolve(parameters[i].getParameterizedType()), null, null, i));
        }
        return properties;
    }

    private static @Nullable Executable creator(Class<?> type) {
        List<Executable> marked = Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(executable -> executable.isAnnotationPresent(JsonbCreator.class))
                .toList();
        if (marked.size() > 1) {
            throw new IllegalArgumentException(type.getName() + " has several methods marked @JsonbCreator");
        }
        if (!marked.isEmpty()) {
            return marked.get(0);
        }
        if (type.isRecord()) {
            return canonical(type);
        }
        return Modifier.isAbstract(type.getModifiers()) ? null : withoutParameters(type);
    }

    private static @Nullable Executable withoutParameters(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == 0)
                .filter(constructor -> !Modifier.isPrivate(constructor.getModifiers()))
                .findFirst()
                .orElse(null);
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MethodHandle handle(Executable creator) throws IllegalAccessException {
        MethodHandle handle = creator instanceof Method method
                ? LOOKUP.unreflect(accessible(method))
                : LOOKUP.unreflectConstructor((Constructor<?>) accessible(creator));
        return handle.asSpreader(Object[].class, creator.getParameterCount());
    }

    /** Opens what is not public anyway; what belongs to a module that is closed stays closed. */
    static <T extends AccessibleObject & java.lang.reflect.Member> T accessible(T member) {
        boolean open = Modifier.isPublic(member.getModifiers())
                && Modifier.isPublic(member.getDeclaringClass().getModifiers());
        if (!open) {
            member.setAccessible(true);
        }
        return member;
    }
}
