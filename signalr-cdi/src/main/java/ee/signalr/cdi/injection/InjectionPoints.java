// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.HubContext;
import ee.signalr.TypedHubContext;
import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.definition.Rule;
import ee.signalr.cdi.type.RawTypes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.inject.Provider;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the application injects, as far as it concerns hubs. Confined to the deploying thread. */
public final class InjectionPoints {

    /** Stands for everything that is not known to be a bean, in {@link InjectedInto}. */
    static final String NOBODY = "*";

    private static final Set<Class<?>> CONTEXTS = Set.of(HubContext.class, TypedHubContext.class);

    private final List<InjectionPoint> all = new ArrayList<>();
    private final Map<String, Bean<?>> owners = new HashMap<>();
    private final Map<Injectable, Set<String>> ownersOf = new EnumMap<>(Injectable.class);
    private final TypedPoints typed = new TypedPoints();
    private final List<InjectionPoint> hubContexts = new ArrayList<>();

    /** Makes an empty collection. */
    public InjectionPoints() {}

    /** Takes note of an injection point, and tells it where it is if that matters. */
    public void visit(ProcessInjectionPoint<?, ?> event) {
        InjectionPoint point = event.getInjectionPoint();
        all.add(point);
        Type wanted = wanted(point);
        if (wanted instanceof ParameterizedType && CONTEXTS.contains(RawTypes.of(wanted))) {
            hubContexts.add(point);
            TypedPoints.context(wanted).ifPresent(context -> typed.addContext(point, context));
        } else if (isPlain(point)) {
            visitPlain(event, wanted);
        }
    }

    private void visitPlain(ProcessInjectionPoint<?, ?> event, Type wanted) {
        InjectionPoint point = event.getInjectionPoint();
        Injectable.of(wanted)
                .ifPresent(injectable -> ownedBy(
                        event,
                        name -> ownersOf.computeIfAbsent(injectable, any -> new TreeSet<>())
                                .add(name)));
        TypedPoints.ofCaller(wanted).ifPresent(clientType -> {
            typed.addCaller(point, clientType);
            ownedBy(event, name -> typed.addOwner(clientType, name));
        });
    }

    /** Tells an injection point where it is, and whoever wants to know, if that is a bean. */
    private void ownedBy(ProcessInjectionPoint<?, ?> event, Consumer<String> owned) {
        Bean<?> owner = owner(event.getInjectionPoint());
        String name = owner == null ? NOBODY : owner.getBeanClass().getName();
        if (owner != null) {
            owners.put(name, owner);
            owned.accept(name);
        }
        event.configureInjectionPoint().qualifiers(new InjectedInto.Literal(name));
    }

    /** What is injected in the end: of a provider, what it provides. */
    static Type wanted(InjectionPoint point) {
        Class<?> raw = RawTypes.of(point.getType());
        return raw == Instance.class || raw == Provider.class ? RawTypes.argumentOf(point.getType()) : point.getType();
    }

    /** Whether the application asks for what there is, and not for something of its own. */
    private static boolean isPlain(InjectionPoint point) {
        return Set.of(Default.Literal.INSTANCE, Any.Literal.INSTANCE).containsAll(point.getQualifiers());
    }

    /** The bean that keeps what is injected; null when there is none, or none that could be told apart. */
    private static @Nullable Bean<?> owner(InjectionPoint point) {
        return isOfProducer(point) || isOfInterceptor(point) ? null : point.getBean();
    }

    /** Interceptors and decorators belong to beans of any lifetime. */
    private static boolean isOfInterceptor(InjectionPoint point) {
        return point.getBean() instanceof Interceptor || point.getBean() instanceof Decorator;
    }

    /** What a producer method gets goes into what it produces, not into the bean that declares it. */
    private static boolean isOfProducer(InjectionPoint point) {
        return point.getAnnotated() instanceof AnnotatedParameter<?> parameter
                && parameter.getDeclaringCallable().isAnnotationPresent(Produces.class);
    }

    /** Injected contexts of classes that are no hubs, and interfaces that do not describe clients. */
    public List<Problem> problems(Collection<Class<?>> hubs) {
        List<Problem> problems = new ArrayList<>(typed.problems());
        for (InjectionPoint point : hubContexts) {
            if (hubOf(wanted(point)) instanceof Class<?> type && !hubs.contains(type)) {
                problems.add(Problem.at(
                        point.getMember().getDeclaringClass(),
                        point.getMember().getName(),
                        Rule.NOT_A_HUB,
                        type.getName()));
            }
        }
        return problems;
    }

    private static Type hubOf(Type context) {
        return ((ParameterizedType) context).getActualTypeArguments()[0];
    }

    /** What is injected of clients that an interface describes. */
    TypedPoints typed() {
        return typed;
    }

    /** The names of the classes into which something is injected. */
    Set<String> owners(Injectable injectable) {
        return ownersOf.getOrDefault(injectable, Set.of());
    }

    /** The beans into which something is injected that depends on the call, by the names of their classes. */
    Map<String, Bean<?>> owners() {
        return owners;
    }

    /** All injection points of the application. */
    List<InjectionPoint> all() {
        return all;
    }
}
