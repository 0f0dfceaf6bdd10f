// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.cdi.type.TypeVariables;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the methods of a class and its superclasses, without those that are overridden. Containers differ in what an {@link
 * AnnotatedType} lists, so the classes say which methods there are, and the type which annotations they have in the end. An
 * annotation on an overridden method does not count, as everywhere in CDI. Default methods of interfaces are not among them,
 * as in the reference.
 */
final class HubClassMethods {

    private final Map<Method, AnnotatedMethod<?>> annotations = new HashMap<>();
    private final TypeVariables variables;
    private final List<HubClassMethod> found = new ArrayList<>();

    private HubClassMethods(AnnotatedType<?> type) {
        type.getMethods().forEach(method -> annotations.put(method.getJavaMember(), method));
        this.variables = TypeVariables.of(type.getJavaClass());
    }

    /** The methods, those of the class itself first, then by name. */
    static List<HubClassMethod> of(AnnotatedType<?> type) {
        HubClassMethods methods = new HubClassMethods(type);
        for (Class<?> each = type.getJavaClass(); each != null && each != Object.class; each = each.getSuperclass()) {
            methods.addDeclaredBy(each);
        }
        return List.copyOf(methods.found);
    }

    private void addDeclaredBy(Class<?> type) {
        // Bridge methods too are synthetic: what they lead to stands for itself.
        List<HubClassMethod> declared = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .map(method -> new HubClassMethod(method, annotations.get(method), variables))
                .filter(method -> found.stream().noneMatch(lower -> lower.overrides(method)))
                .toList();
        found.addAll(declared);
    }
}
