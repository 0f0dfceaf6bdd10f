// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.Disconnection;
import ee.signalr.HubIgnore;
import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.type.RawTypes;
import ee.signalr.core.streaming.StreamKind;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;

/** Which methods clients can call, and what these must keep to. */
final class HubMethodRules {

    private static final List<Class<? extends Annotation>> NOT_FOR_CLIENTS = List.of(
            HubIgnore.class,
            OnConnected.class,
            OnAuthenticationRefreshed.class,
            OnDisconnected.class,
            Inject.class,
            PostConstruct.class,
            PreDestroy.class,
            AroundInvoke.class,
            AroundTimeout.class,
            Produces.class);

    private static final List<Class<? extends Annotation>> CALLED_BY_CDI =
            List.of(Observes.class, ObservesAsync.class, Disposes.class);

    private static final List<Class<?>> LIKE_STREAMS = List.of(Flow.Publisher.class, BaseStream.class, Iterator.class);

    private final Class<?> hub;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, HubClassMethod> names = new HashMap<>();

    private HubMethodRules(Class<?> hub) {
        this.hub = hub;
    }

    /** The methods that clients can call. */
    static List<HubClassMethod> select(Class<?> hub, List<HubClassMethod> methods) {
        return methods.stream()
                .filter(method -> method.isPublic() && !method.isStatic())
                .filter(method -> NOT_FOR_CLIENTS.stream().noneMatch(method::is))
                .filter(method -> CALLED_BY_CDI.stream().noneMatch(method::hasParameterThatIs))
                .filter(method -> !isOfObject(method) && !isOfAutoCloseable(hub, method))
                .toList();
    }

    private static boolean isOfObject(HubClassMethod method) {
        return Arrays.stream(Object.class.getDeclaredMethods())
                .filter(inherited -> !Modifier.isPrivate(inherited.getModifiers()))
                .anyMatch(
                        inherited -> method.hasSignature(inherited.getName(), List.of(inherited.getParameterTypes())));
    }

    private static boolean isOfAutoCloseable(Class<?> hub, HubClassMethod method) {
        return AutoCloseable.class.isAssignableFrom(hub) && method.hasSignature("close", List.of());
    }

    /** What is wrong with methods that clients can call. */
    static List<Problem> check(HubCandidate candidate, List<HubClassMethod> callable) {
        HubMethodRules rules = new HubMethodRules(candidate.hubClass());
        callable.forEach(rules::check);
        return rules.problems;
    }

    private void check(HubClassMethod method) {
        checkName(method);
        if (method.method().getTypeParameters().length != 0) {
            report(method, Rule.GENERIC_METHOD, method.method().getName());
        }
        checkStream(method, method.returnType());
        if (CompletionStage.class.isAssignableFrom(RawTypes.of(method.returnType()))) {
            checkStream(method, RawTypes.argumentOf(method.returnType()));
        }
        for (Type parameter : method.parameterTypes()) {
            checkStream(method, parameter);
            if (parameter == Disconnection.class) {
                report(method, Rule.DISCONNECTION_PARAMETER);
            }
        }
    }

    private void checkName(HubClassMethod method) {
        String name = method.wireName();
        if (name.isBlank()) {
            report(method, Rule.EMPTY_METHOD_NAME);
            return;
        }
        // In both directions, so that letters count as equal that have one form in either case.
        String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        if (names.putIfAbsent(folded, method) != null) {
            report(method, Rule.DUPLICATE_METHOD, name);
        }
    }

    /** Neither a value, which could be written, nor one of the types that stand for a stream. */
    private void checkStream(HubClassMethod method, Type type) {
        Class<?> raw = RawTypes.of(type);
        boolean flows = LIKE_STREAMS.stream().anyMatch(likeStream -> likeStream.isAssignableFrom(raw));
        if (flows && StreamKind.of(raw).isEmpty()) {
            report(method, Rule.STREAM_TYPE, raw.getName());
        }
    }

    private void report(HubClassMethod method, Rule rule, Object... details) {
        problems.add(Problem.at(hub, method.method(), rule, details));
    }
}
