// SPDX-License-Identifier: Apache-2.0
package ee.signalr.messagepack;

import ee.signalr.PropertyNaming;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What annotations say about one member.
 *
 * @param given the name that an annotation gives it; null when none does
 * @param isTransient whether it is left out
 */
record JsonbNames(@Nullable String given, boolean isTransient) {

    /** What is said on these elements, of which the first that gives a name counts; null ones are passed over. */
    static JsonbNames of(@Nullable AnnotatedElement... elements) {
        String given = null;
        boolean left = false;
        for (AnnotatedElement element : elements) {
            if (element == null) {
                continue;
            }
            left |= element.isAnnotationPresent(JsonbTransient.class);
            JsonbProperty property = element.getAnnotation(JsonbProperty.class);
            if (given == null && property != null && !property.value().isEmpty()) {
                given = property.value();
            }
        }
        return new JsonbNames(given, left);
    }

    /** What is said on a record component: annotations stand on its field, its accessor or both. */
    static JsonbNames of(RecordComponent component) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(component, component.getAccessor()));
        for (Field field : component.getDeclaringRecord().getDeclaredFields()) {
            if (field.getName().equals(component.getName())) {
                elements.add(field);
            }
        }
        return of(elements.toArray(AnnotatedElement[]::new));
    }

    /** The name on the wire. */
    String name(PropertyNaming naming, String plain) {
        String annotated = given;
        return annotated == null ? naming.apply(plain) : annotated;
    }
}
