// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.HubMethodName;
import ee.signalr.cdi.type.RawTypes;
import ee.signalr.cdi.type.TypeVariables;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of a hub class or of one of its superclasses, as seen from the hub: with final annotations, and with the type
 * parameters of the superclasses replaced. Immutable.
 */
final class HubClassMethod {

    private final Method method;
    private final @Nullable AnnotatedMethod<?> annotated;
    private final TypeVariables variables;

    /**
     * Makes it.
     *
     * @param annotated the annotations; null when the container does not tell, then those of the class file hold
     */
    HubClassMethod(Method method, @Nullable AnnotatedMethod<?> annotated, TypeVariables variables) {
        this.method = method;
        this.annotated = annotated;
        this.variables = variables;
    }

    Method method() {
        return method;
    }

    boolean is(Class<? extends Annotation> marker) {
        return annotation(marker) != null;
    }

    <A extends Annotation> @Nullable A annotation(Class<A> type) {
        return annotated == null ? method.getAnnotation(type) : annotated.getAnnotation(type);
    }

    boolean hasParameterThatIs(Class<? extends Annotation> marker) {
        return annotated == null
                ? Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(marker))
                : annotated.getParameters().stream().anyMatch(parameter -> parameter.isAnnotationPresent(marker));
    }

    /** The name by which clients call it. */
    String wireName() {
        HubMethodName name = annotation(HubMethodName.class);
        return name == null ? method.getName() : name.value();
    }

    List<Type> parameterTypes() {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(variables::resolve)
                .toList();
    }

    Type returnType() {
        return variables.resolve(method.getGenericReturnType());
    }

    boolean isPublic() {
        return Modifier.isPublic(method.getModifiers());
    }

    boolean isPrivate() {
        return Modifier.isPrivate(method.getModifiers());
    }

    boolean isStatic() {
        return Modifier.isStatic(method.getModifiers());
    }

    boolean isFinal() {
        return Modifier.isFinal(method.getModifiers());
    }

    /** Whether only classes of its own package see it. */
    boolean isPackagePrivate() {
        return !isPublic() && !isPrivate() && !Modifier.isProtected(method.getModifiers());
    }

    /** Whether this method, declared further down, overrides that one. */
    boolean overrides(HubClassMethod that) {
        if (isStatic() || isPrivate() || that.isStatic() || that.isPrivate()) {
            return false;
        }
        boolean visible = !that.isPackagePrivate()
                || method.getDeclaringClass().getPackage()
                        == that.method.getDeclaringClass().getPackage();
        return visible && hasSignature(that.method.getName(), that.rawParameterTypes());
    }

    boolean hasSignature(String name, List<Class<?>> parameterTypes) {
        return method.getName().equals(name) && rawParameterTypes().equals(parameterTypes);
    }

    private List<Class<?>> rawParameterTypes() {
        return parameterTypes().stream().<Class<?>>map(RawTypes::of).toList();
    }

    @Override
    public String toString() {
        return Problem.describe(method);
    }
}
