// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.HubContext;
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
import org.jspecify.annotations.Nullable;

/** What the application injects, as far as it concerns hubs. Confined to the deploying thread. */
public final class InjectionPoints {

    /** Stands for everything that is not known to be a bean, in {@link InjectedInto}. */
    static final String NOBODY = "*";

    private final List<InjectionPoint> all = new ArrayList<>();
    private final Map<String, Bean<?>> owners = new HashMap<>();
    private final Map<Injectable, Set<String>> ownersOf = new EnumMap<>(Injectable.class);
    private final List<InjectionPoint> hubContexts = new ArrayList<>();

    /** Makes an empty collection. */
    public InjectionPoints() {}

    /** Takes note of an injection point, and tells it where it is if that matters. */
    public void visit(ProcessInjectionPoint<?, ?> event) {
        InjectionPoint point = event.getInjectionPoint();
        all.add(point);
        Type wanted = wanted(point);
        if (wanted instanceof ParameterizedType && RawTypes.of(wanted) == HubContext.class) {
            hubContexts.add(point);
            return;
        }
        Injectable.of(wanted).filter(any -> isPlain(point)).ifPresent(injectable -> {
            Bean<?> owner = owner(point);
            String name = owner == null ? NOBODY : owner.getBeanClass().getName();
            if (owner != null) {
                owners.put(name, owner);
                ownersOf.computeIfAbsent(injectable, any -> new TreeSet<>()).add(name);
            }
            event.configureInjectionPoint().qualifiers(new InjectedInto.Literal(name));
        });
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

    /** Injected contexts of classes that are no hubs. */
    public List<Problem> problems(Collection<Class<?>> hubs) {
        List<Problem> problems = new ArrayList<>();
        for (InjectionPoint point : hubContexts) {
            if (RawTypes.argumentOf(wanted(point)) instanceof Class<?> type && !hubs.contains(type)) {
                problems.add(Problem.at(
                        point.getMember().getDeclaringClass(),
                        point.getMember().getName(),
                        Rule.NOT_A_HUB,
                        type.getName()));
            }
        }
        return problems;
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
