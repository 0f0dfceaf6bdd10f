// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.inject.Inject;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which classes can be hubs or connection handlers. */
final class ClassRules {

    private ClassRules() {}

    /**
     * Checks a class.
     *
     * @param rule the rule that is broken when it cannot be
     */
    static Optional<Problem> check(HubCandidate candidate, Rule rule) {
        return Optional.ofNullable(reason(candidate)).map(reason -> Problem.in(candidate.hubClass(), rule, reason));
    }

    private static @Nullable String reason(HubCandidate candidate) {
        return switch (candidate.kind()) {
            case MANAGED_BEAN -> candidate.hubClass().isRecord() ? "It is a record" : null;
            case SESSION_BEAN -> "It is an enterprise bean";
            case NO_BEAN -> reasonOfNoBean(candidate.type());
        };
    }

    /** Null for a class that could be a bean: it is none because the application wants it so. */
    private static @Nullable String reasonOfNoBean(AnnotatedType<?> type) {
        Class<?> hub = type.getJavaClass();
        if (hub.isAnnotation() || hub.isInterface()) {
            return "It is an interface";
        }
        if (hub.isRecord()) {
            return "It is a record";
        }
        if (hub.isEnum()) {
            return "It is an enum";
        }
        if (Modifier.isAbstract(hub.getModifiers())) {
            return "It is abstract";
        }
        if (hub.isMemberClass() && !Modifier.isStatic(hub.getModifiers())) {
            return "It is an inner class";
        }
        return hasUsableConstructor(type)
                ? null
                : "It has neither a constructor without parameters nor one marked @Inject";
    }

    private static boolean hasUsableConstructor(AnnotatedType<?> type) {
        return type.getConstructors().stream()
                .anyMatch(constructor ->
                        constructor.getParameters().isEmpty() || constructor.isAnnotationPresent(Inject.class));
    }
}
