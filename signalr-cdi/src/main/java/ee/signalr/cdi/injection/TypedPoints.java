// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.TypedHubCallerClients;
import ee.signalr.TypedHubContext;
import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.definition.Rule;
import ee.signalr.core.clients.TypedClients;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the application injects of clients that an interface describes. Confined to the deploying thread. */
final class TypedPoints {

    /**
     * A hub seen from outside.
     *
     * @param hub the hub
     * @param clientType the interface that describes its clients
     */
    record Context(Class<?> hub, Class<?> clientType) {}

    /** An injection point and the interface that it names. */
    private record Named(InjectionPoint point, Class<?> clientType) {}

    private final Map<Class<?>, Set<String>> owners = new LinkedHashMap<>();
    private final Set<Context> contexts = new LinkedHashSet<>();
    private final List<Named> named = new ArrayList<>();

    /** The interface, if the clients of a caller are wanted. */
    static Optional<Class<?>> ofCaller(Type wanted) {
        return wanted instanceof ParameterizedType type && type.getRawType() == TypedHubCallerClients.class
                ? classOf(type.getActualTypeArguments()[0])
                : Optional.empty();
    }

    /** The hub and the interface, if a hub seen from outside is wanted. */
    static Optional<Context> context(Type wanted) {
        if (!(wanted instanceof ParameterizedType type) || type.getRawType() != TypedHubContext.class) {
            return Optional.empty();
        }
        Type[] arguments = type.getActualTypeArguments();
        return classOf(arguments[0]).flatMap(hub -> classOf(arguments[1]).map(client -> new Context(hub, client)));
    }

    private static Optional<Class<?>> classOf(Type type) {
        return type instanceof Class<?> known ? Optional.of(known) : Optional.empty();
    }

    /** Takes note of clients of a caller; the interface is at least known then, whoever owns the point. */
    void addCaller(InjectionPoint point, Class<?> clientType) {
        named.add(new Named(point, clientType));
        owners.computeIfAbsent(clientType, any -> new TreeSet<>());
    }

    /** Takes note of a class into which the clients of a caller are injected. */
    void addOwner(Class<?> clientType, String owner) {
        owners.computeIfAbsent(clientType, any -> new TreeSet<>()).add(owner);
    }

    /** Takes note of a hub seen from outside. */
    void addContext(InjectionPoint point, Context context) {
        named.add(new Named(point, context.clientType()));
        contexts.add(context);
    }

    /** The classes into which the clients of a caller are injected, by interface. */
    Map<Class<?>, Set<String>> owners() {
        return owners;
    }

    /** The hubs seen from outside. */
    Set<Context> contexts() {
        return contexts;
    }

    /** The injection points whose interfaces do not describe clients. */
    Collection<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Named one : named) {
            for (String problem : TypedClients.problems(one.clientType())) {
                problems.add(Problem.at(
                        one.point().getMember().getDeclaringClass(),
                        one.point().getMember().getName(),
                        Rule.CLIENT_INTERFACE,
                        one.clientType().getName(),
                        problem));
            }
        }
        return problems;
    }
}
