// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.injection;

import ee.signalr.GroupManager;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubContext;
import ee.signalr.TypedHubCallerClients;
import ee.signalr.TypedHubContext;
import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.type.RawTypes;
import ee.signalr.cdi.type.ResolvedType;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.dispatch.HubCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Describes to the container what the application can inject. The descriptions are confined to the deploying thread; what they
 * give is thread-safe.
 */
public final class HubInjection {

    private static final System.Logger LOG = System.getLogger(HubInjection.class.getName());

    private static final int WINS = 1;

    private final CurrentCall current;
    private final EngineReference engine;
    private final HubCallerContext contextFacade;
    private final HubCallerClients clientsFacade;
    private final GroupManager groupsFacade;
    private volatile Set<String> endingWithCaller = Set.of();

    /** Makes the injection of an application whose engine is still to come. */
    public HubInjection(CurrentCall current, EngineReference engine) {
        this.current = current;
        this.engine = engine;
        this.contextFacade = new CallerContextFacade(current);
        this.clientsFacade = new CallerClientsFacade(current);
        this.groupsFacade = new GroupsFacade(current, engine);
    }

    /** Adds beans for everything that depends on the call, one for each class into which it is injected. */
    public void addCallBeans(AfterBeanDiscovery event, InjectionPoints points, Set<Class<?>> hubs) {
        for (Injectable injectable : Injectable.values()) {
            Object facade = facade(injectable);
            // An alternative, so that a look-up of any finds this one and not those of the single classes.
            event.addBean()
                    .id(id(injectable, InjectionPoints.NOBODY))
                    .types(injectable.type(), Object.class)
                    .qualifiers(Default.Literal.INSTANCE, new InjectedInto.Literal(InjectionPoints.NOBODY))
                    .scope(Dependent.class)
                    .alternative(true)
                    .priority(WINS)
                    .createWith(any -> facade);
            for (String owner : points.owners(injectable)) {
                Supplier<Object> giver = giver(injectable, owner, hubs);
                event.addBean()
                        .id(id(injectable, owner))
                        .types(injectable.type(), Object.class)
                        .qualifiers(new InjectedInto.Literal(owner))
                        .scope(Dependent.class)
                        .createWith(any -> giver.get());
            }
        }
        points.typed().owners().forEach((clientType, owners) -> addTypedClients(event, clientType, owners));
    }

    /** Adds beans for the clients of the caller through an interface, as those for the clients themselves. */
    private void addTypedClients(AfterBeanDiscovery event, Class<?> clientType, Set<String> owners) {
        Type type = ResolvedType.of(TypedHubCallerClients.class, clientType);
        String name = TypedHubCallerClients.class.getName() + "@" + clientType.getName() + "@";
        TypedHubCallerClients<?> facade = clientsFacade.typed(clientType);
        event.addBean()
                .id(name + InjectionPoints.NOBODY)
                .types(type, Object.class)
                .qualifiers(Default.Literal.INSTANCE, new InjectedInto.Literal(InjectionPoints.NOBODY))
                .scope(Dependent.class)
                .alternative(true)
                .priority(WINS)
                .createWith(any -> facade);
        for (String owner : owners) {
            event.addBean()
                    .id(name + owner)
                    .types(type, Object.class)
                    .qualifiers(new InjectedInto.Literal(owner))
                    .scope(Dependent.class)
                    .createWith(any -> clients(owner).typed(clientType));
        }
    }

    private static String id(Injectable injectable, String owner) {
        return injectable.type().getName() + "@" + owner;
    }

    private Object facade(Injectable injectable) {
        return switch (injectable) {
            case CONTEXT -> contextFacade;
            case CLIENTS -> clientsFacade;
            case GROUPS -> groupsFacade;
        };
    }

    private Supplier<Object> giver(Injectable injectable, String owner, Set<Class<?>> hubs) {
        return switch (injectable) {
            case CONTEXT -> () -> context(owner);
            case CLIENTS -> () -> clients(owner);
            case GROUPS ->
                hubs.stream()
                        .filter(hub -> hub.getName().equals(owner))
                        .findFirst()
                        .<Supplier<Object>>map(hub -> () -> groups(hub))
                        .orElse(() -> groups(owner));
        };
    }

    private HubCallerContext context(String owner) {
        HubCaller caller = callerOf(owner);
        return caller == null ? contextFacade : caller.context();
    }

    private HubCallerClients clients(String owner) {
        HubCaller caller = callerOf(owner);
        return caller == null ? clientsFacade : caller.clients();
    }

    private GroupManager groups(String owner) {
        Class<?> hub = endingWithCaller.contains(owner) ? current.hubClass() : null;
        return hub == null ? groupsFacade : groups(hub);
    }

    private GroupManager groups(Class<?> hub) {
        return engine.get().hubContext(hub).groups();
    }

    /** The caller that the new instance of a class may keep; null when it must not, or when there is none. */
    private @Nullable HubCaller callerOf(String owner) {
        return endingWithCaller.contains(owner) ? current.caller() : null;
    }

    /** Adds beans for the hubs seen from outside, and for the engine. */
    public void addHubBeans(AfterBeanDiscovery event, InjectionPoints points, Set<Class<?>> hubs) {
        for (Class<?> hub : hubs) {
            // A proxy, so that passivating beans (sessions, views, stateful EJBs) can have it injected too.
            event.addBean()
                    .beanClass(HubContext.class)
                    .id(HubContext.class.getName() + "@" + hub.getName())
                    .types(ResolvedType.of(HubContext.class, hub), Object.class)
                    .scope(ApplicationScoped.class)
                    .createWith(any -> engine.get().hubContext(hub));
        }
        for (TypedPoints.Context context : points.typed().contexts()) {
            event.addBean()
                    .beanClass(TypedHubContext.class)
                    .id(TypedHubContext.class.getName() + "@" + context)
                    .types(ResolvedType.of(TypedHubContext.class, context.hub(), context.clientType()), Object.class)
                    .scope(ApplicationScoped.class)
                    .createWith(any -> engine.get().hubContext(context.hub()).typed(context.clientType()));
        }
        // A singleton, because a final class has no client proxy.
        event.addBean()
                .id(SignalREngine.class.getName())
                .types(SignalREngine.class, Object.class)
                .scope(Singleton.class)
                .createWith(any -> engine.get());
    }

    /** Decides, once all beans are known, which classes may keep the caller that is injected into them. */
    public void decideLifetimes(
            BeanManager manager, InjectionPoints points, Set<Bean<?>> managedBeans, Set<Class<?>> hubs) {
        Lifetimes lifetimes =
                new Lifetimes(points.all(), managedBeans, hubs, (point, bean) -> resolvesTo(manager, point, bean));
        Set<String> ending = new HashSet<>();
        points.owners().forEach((name, bean) -> {
            if (lifetimes.endsWithCaller(bean)) {
                ending.add(name);
            }
        });
        endingWithCaller = Set.copyOf(ending);
    }

    private static boolean resolvesTo(BeanManager manager, InjectionPoint point, Bean<?> bean) {
        Class<?> wanted = RawTypes.of(InjectionPoints.wanted(point));
        if (wanted == Object.class || !wanted.isAssignableFrom(bean.getBeanClass())) {
            return false;
        }
        Annotation[] qualifiers = point.getQualifiers().toArray(Annotation[]::new);
        try {
            return manager.getBeans(InjectionPoints.wanted(point), qualifiers).contains(bean);
        } catch (IllegalArgumentException unresolvable) {
            LOG.log(System.Logger.Level.DEBUG, "Taken to get " + bean.getBeanClass() + ": " + point, unresolvable);
            return true;
        }
    }
}
