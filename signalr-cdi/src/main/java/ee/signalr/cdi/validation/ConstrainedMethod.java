// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import ee.signalr.HubException;
import ee.signalr.core.dispatch.HubMethod;
import ee.signalr.core.dispatch.MethodConstraints;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.CallRefusedException.Reason;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A hub method with constraints on its parameters, its result, or both. Immutable and thread-safe. */
final class ConstrainedMethod implements MethodConstraints {

    private final ExecutableValidator validator;
    private final String name;
    private final Method method;
    private final boolean parametersConstrained;
    private final boolean resultConstrained;

    ConstrainedMethod(ExecutableValidator validator, HubMethod method, boolean parameters, boolean result) {
        this.validator = validator;
        this.name = method.name();
        this.method = method.method();
        this.parametersConstrained = parameters;
        this.resultConstrained = result;
    }

    @Override
    public void checkParameters(Object hub, @Nullable Object[] parameters) {
        if (!parametersConstrained) {
            return;
        }
        Set<ConstraintViolation<Object>> violations = validator.validateParameters(hub, method, parameters);
        if (!violations.isEmpty()) {
            throw refused(violations, null);
        }
    }

    @Override
    public void checkResult(Object hub, @Nullable Object result) {
        if (!resultConstrained) {
            return;
        }
        Set<ConstraintViolation<Object>> violations = validator.validateReturnValue(hub, method, result);
        if (!violations.isEmpty()) {
            throw invalidResult(violations, null);
        }
    }

    /** The server may check hubs as it checks all beans, by an interceptor, with groups or types of its own. */
    @Override
    public Throwable translate(Throwable failure) {
        if (!(failure instanceof ConstraintViolationException found) || found.getConstraintViolations() == null) {
            return failure;
        }
        Set<ConstraintViolation<?>> violations = found.getConstraintViolations();
        if (violations.isEmpty() || !violations.stream().allMatch(this::isOwn)) {
            // Of a bean that the hub has called: its constraints are none of the client's business.
            return failure;
        }
        return violations.stream().anyMatch(ConstrainedMethod::isOfResult)
                ? invalidResult(violations, failure)
                : refused(violations, failure);
    }

    private boolean isOwn(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        Path.Node first = path.hasNext() ? path.next() : null;
        return first != null
                && first.getKind() == ElementKind.METHOD
                && method.getName().equals(first.getName())
                && method.getDeclaringClass().isAssignableFrom(violation.getRootBeanClass());
    }

    private static boolean isOfResult(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private CallRefusedException refused(Set<? extends ConstraintViolation<?>> violations, @Nullable Throwable cause) {
        String text = "Failed to invoke '" + name + "' due to an error on the server. HubException: Invalid arguments. "
                + Violations.describe(violations, method);
        return cause == null
                ? new CallRefusedException(Reason.CONSTRAINT, text)
                : new CallRefusedException(Reason.CONSTRAINT, text, cause);
    }

    private HubException invalidResult(Set<? extends ConstraintViolation<?>> violations, @Nullable Throwable cause) {
        String text = "Invalid result. " + Violations.describe(violations, method);
        return cause == null ? new HubException(text) : new HubException(text, cause);
    }
}
