// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.ConnectionScoped;
import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.dispatch.HubCallbacks;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.HubMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one hub. Not thread-safe. */
final class HubReader {

    private static final Set<Class<? extends Annotation>> SCOPES =
            Set.of(Dependent.class, RequestScoped.class, ConnectionScoped.class, ApplicationScoped.class);

    private final HubCandidate candidate;
    private final List<HubClassMethod> all;
    private final List<HubClassMethod> callable;
    private final HubSecurity security;
    private final List<Problem> problems = new ArrayList<>();

    HubReader(HubCandidate candidate) {
        this.candidate = candidate;
        this.all = HubClassMethods.of(candidate.type());
        this.callable = HubMethodRules.select(candidate.hubClass(), all);
        this.security = new HubSecurity(candidate.type(), all, callable);
    }

    /** The definition, unless there are problems. */
    Optional<HubDefinition> read() {
        Mapping annotation = Mapping.ofHub(candidate);
        checkScope();
        checkPaths(annotation.paths());
        problems.addAll(SecurityRules.check(candidate.hubClass(), security, all));
        problems.addAll(HubMethodRules.check(candidate, callable));
        CallbackRules callbacks = new CallbackRules(candidate, all, problems);
        HubClassMethod connected = callbacks.find(OnConnected.class);
        HubClassMethod disconnected = callbacks.find(OnDisconnected.class);
        HubClassMethod refreshed = callbacks.find(OnAuthenticationRefreshed.class);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        List<HubMethod> methods = new ArrayList<>();
        callable.forEach(method -> prepare(method).ifPresent(methods::add));
        HubMethod onConnected = prepareCallback(connected);
        HubMethod onDisconnected = prepareCallback(disconnected);
        HubMethod onRefreshed = prepareCallback(refreshed);
        return problems.isEmpty()
                ? Optional.of(new HubDefinition(
                        candidate.hubClass(),
                        annotation.name(),
                        annotation.paths(),
                        methods,
                        new HubCallbacks(onConnected, onDisconnected, onRefreshed),
                        security.requirement()))
                : Optional.empty();
    }

    /** What the server must know beside the definition. */
    Protection protection() {
        return security.protection();
    }

    /** All that was found wrong; complete after {@link #read}. */
    List<Problem> problems() {
        return problems;
    }

    private void checkScope() {
        if (!SCOPES.contains(candidate.scope())) {
            problems.add(Problem.in(
                    candidate.hubClass(), Rule.SCOPE, candidate.scope().getSimpleName()));
        }
    }

    private void checkPaths(List<String> paths) {
        problems.addAll(PathRules.check(candidate.hubClass(), paths, Rule.NO_PATH));
    }

    private Optional<HubMethod> prepare(HubClassMethod method) {
        try {
            return Optional.of(
                    HubMethod.of(method.wireName(), method.method(), method.parameterTypes(), method.returnType())
                            .requiring(security.requirement(method)));
        } catch (IllegalArgumentException inaccessible) {
            Throwable cause = inaccessible.getCause() == null ? inaccessible : inaccessible.getCause();
            problems.add(Problem.at(candidate.hubClass(), method.method(), Rule.INACCESSIBLE, cause));
            return Optional.empty();
        }
    }

    private @Nullable HubMethod prepareCallback(@Nullable HubClassMethod method) {
        return method == null ? null : prepare(method).orElse(null);
    }
}
