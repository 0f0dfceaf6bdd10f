// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.HubMethod;
import ee.signalr.core.streaming.StreamKind;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableType;
import jakarta.validation.executable.ValidateOnExecution;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.MethodDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints of hub methods, as an implementation of Jakarta Validation reads them. Immutable and thread-safe. */
final class BeanValidation implements HubValidation {

    private final ValidatorSource source;
    private final Validator validator;

    private BeanValidation(ValidatorSource source) {
        this.source = source;
        this.validator = source.factory().getValidator();
    }

    static HubValidation find(BeanManager manager) {
        return new BeanValidation(ValidatorSource.find(manager));
    }

    @Override
    public HubDefinition constrain(HubDefinition hub) {
        BeanDescriptor described = validator.getConstraintsForClass(hub.hubClass());
        List<HubMethod> methods = hub.methods().stream()
                .map(method -> constrain(hub.hubClass(), described, method))
                .toList();
        return new HubDefinition(hub.hubClass(), hub.name(), hub.paths(), methods, hub.callbacks(), hub.requirement());
    }

    private HubMethod constrain(Class<?> hub, BeanDescriptor described, HubMethod hubMethod) {
        Method method = hubMethod.method();
        MethodDescriptor constraints = described.getConstraintsForMethod(method.getName(), method.getParameterTypes());
        if (constraints == null || isOff(hub, method)) {
            return hubMethod;
        }
        requireUntouchedUploads(method, constraints);
        boolean parameters = constraints.hasConstrainedParameters();
        boolean result = constraints.hasConstrainedReturnValue() && !hubMethod.givesStream();
        return parameters || result
                ? hubMethod.with(new ConstrainedMethod(validator.forExecutables(), hubMethod, parameters, result))
                : hubMethod;
    }

    /** To check what comes with a stream, one would have to wait for it and take it away from the method. */
    private static void requireUntouchedUploads(Method method, MethodDescriptor constraints) {
        for (ParameterDescriptor parameter : constraints.getParameterDescriptors()) {
            boolean reads = parameter.isCascaded()
                    || !parameter.getConstrainedContainerElementTypes().isEmpty();
            if (reads && StreamKind.of(parameter.getElementClass()).isPresent()) {
                throw new IllegalArgumentException("items of the stream that is parameter " + (parameter.getIndex() + 1)
                        + " of " + method.getName() + " cannot have constraints");
            }
        }
    }

    /** Whether the method, or else the class, says that it is not to be checked. */
    private static boolean isOff(Class<?> hub, Method method) {
        ValidateOnExecution own = method.getAnnotation(ValidateOnExecution.class);
        ValidateOnExecution decisive = own == null ? hub.getAnnotation(ValidateOnExecution.class) : own;
        return saysNever(decisive);
    }

    private static boolean saysNever(@Nullable ValidateOnExecution when) {
        return when != null && Arrays.stream(when.type()).allMatch(type -> type == ExecutableType.NONE);
    }

    @Override
    public void close() {
        source.close();
    }
}
