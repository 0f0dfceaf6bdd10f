// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import jakarta.enterprise.inject.spi.AnnotatedConstructor;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;

/** A class with the annotations of its class file; members are not listed, as by a container that tells little. */
record ReflectedType<X>(Class<X> type) implements AnnotatedType<X> {

    @Override
    public Class<X> getJavaClass() {
        return type;
    }

    @Override
    public Set<AnnotatedConstructor<X>> getConstructors() {
        return Set.of();
    }

    @Override
    public Set<AnnotatedMethod<? super X>> getMethods() {
        return Set.of();
    }

    @Override
    public Set<AnnotatedField<? super X>> getFields() {
        return Set.of();
    }

    @Override
    public Type getBaseType() {
        return type;
    }

    @Override
    public Set<Type> getTypeClosure() {
        return Set.of(type, Object.class);
    }

    @Override
    public <T extends Annotation> T getAnnotation(Class<T> annotationType) {
        return type.getAnnotation(annotationType);
    }

    @Override
    public Set<Annotation> getAnnotations() {
        return Set.of(type.getAnnotations());
    }

    @Override
    public boolean isAnnotationPresent(Class<? extends Annotation> annotationType) {
        return type.isAnnotationPresent(annotationType);
    }
}
