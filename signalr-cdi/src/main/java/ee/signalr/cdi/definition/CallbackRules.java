// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.Disconnection;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.type.RawTypes;
import jakarta.enterprise.context.Dependent;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The callbacks of a connection's life and what they must keep to. */
final class CallbackRules {

    private final HubCandidate candidate;
    private final List<HubClassMethod> methods;
    private final List<Problem> problems;

    /** Checks the methods of a hub; adds to the problems. */
    CallbackRules(HubCandidate candidate, List<HubClassMethod> methods, List<Problem> problems) {
        this.candidate = candidate;
        this.methods = methods;
        this.problems = problems;
    }

    /** The callback with that marker; null when there is none. */
    @Nullable
    HubClassMethod find(Class<? extends Annotation> marker) {
        List<HubClassMethod> marked =
                methods.stream().filter(method -> method.is(marker)).toList();
        marked.forEach(method -> check(method, marker));
        marked.stream()
                .skip(1)
                .forEach(method -> report(method, Rule.SEVERAL_CALLBACKS, marker.getSimpleName(), marked.get(0)));
        return marked.isEmpty() ? null : marked.get(0);
    }

    private void check(HubClassMethod method, Class<? extends Annotation> marker) {
        String name = marker.getSimpleName();
        if (method.isStatic()) {
            report(method, Rule.STATIC_CALLBACK, name);
        }
        if (method.method().getTypeParameters().length != 0) {
            report(method, Rule.GENERIC_METHOD, method.method().getName());
        }
        Class<?> result = method.method().getReturnType();
        if (result != void.class && !CompletionStage.class.isAssignableFrom(result)) {
            report(method, Rule.CALLBACK_RESULT, name, result.getSimpleName());
        }
        checkParameters(method, marker);
        checkReach(method, name);
    }

    private void checkParameters(HubClassMethod method, Class<? extends Annotation> marker) {
        List<Class<?>> allowed = marker == OnDisconnected.class
                ? List.of(Disconnection.class, HubCallerContext.class, HubCallerClients.class)
                : List.of(HubCallerContext.class, HubCallerClients.class);
        for (Type parameter : method.parameterTypes()) {
            Class<?> type = RawTypes.of(parameter);
            if (!allowed.contains(type)) {
                String names = allowed.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
                report(method, Rule.CALLBACK_PARAMETER, marker.getSimpleName(), type.getSimpleName(), names);
            }
        }
    }

    /** A client proxy does not pass on what it cannot override: the method would run on the proxy itself. */
    private void checkReach(HubClassMethod method, String name) {
        if (candidate.scope() == Dependent.class || method.isStatic()) {
            return;
        }
        String scope = candidate.scope().getSimpleName();
        if (method.isPrivate()) {
            report(method, Rule.UNREACHABLE_CALLBACK, name, "private", scope);
        } else if (method.isPackagePrivate()
                && method.method().getDeclaringClass().getPackage()
                        != candidate.hubClass().getPackage()) {
            report(method, Rule.UNREACHABLE_CALLBACK, name, "package-private in another package", scope);
        }
    }

    private void report(HubClassMethod method, Rule rule, Object... details) {
        problems.add(Problem.at(candidate.hubClass(), method.method(), rule, details));
    }
}
