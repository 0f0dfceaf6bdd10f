// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import ee.signalr.cdi.context.Messages;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.HubMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Takes the place of Jakarta Validation where it does not work, and tells of constraints that nobody checks. Immutable.
 *
 * @param reason why it does not work
 */
record NoValidation(String reason) implements HubValidation {

    @Override
    public HubDefinition constrain(HubDefinition hub) {
        hub.methods().stream()
                .map(HubMethod::method)
                .filter(NoValidation::isConstrained)
                .findFirst()
                .ifPresent(method -> Messages.constraintsNotChecked(method, reason));
        return hub;
    }

    @Override
    public void close() {
        // Nothing was made.
    }

    /** Known by name: where the whole API is missing, its annotations are too, and this finds nothing. */
    private static boolean isConstrained(Method method) {
        return Stream.concat(
                        Arrays.stream(method.getParameterAnnotations()).flatMap(Arrays::stream),
                        Arrays.stream(method.getAnnotations()))
                .anyMatch(NoValidation::isConstraint);
    }

    private static boolean isConstraint(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        return type.getName().equals("jakarta.validation.Valid")
                || Arrays.stream(type.getAnnotations())
                        .anyMatch(meta -> meta.annotationType().getName().equals("jakarta.validation.Constraint"));
    }
}
