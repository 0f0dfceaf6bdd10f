// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.security.SecurityRequirement;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a hub asks of its callers. Immutable.
 *
 * <p>What stands on a method holds for it. Otherwise what stands on a class holds for the hub methods and callbacks that the class
 * declares, as Jakarta Annotations has it; and what stands on the hub holds for those that it inherits too, unless the class
 * that declares them is stricter: {@code @DenyAll} is stricter than {@code @RolesAllowed}, which is stricter than {@code @PermitAll}, which
 * is stricter than nothing. Of roles on both, those of the declaring class hold for its methods; whoever calls them has been
 * asked for those of the hub on connecting. So an inherited method is never open where Jakarta Annotations closes it. Classes between the
 * two do not count.
 *
 * <p>What stands on a class does not hold for {@code @OnDisconnected}: who has come in is seen off, also when the roles have been taken away
 * meanwhile. Nor does it hold for methods that clients cannot call; what stands on such a method itself does.
 */
public final class HubSecurity {

    private static final List<Class<? extends Annotation>> BY_CDI_ALONE =
            List.of(Inject.class, PostConstruct.class, PreDestroy.class, AroundInvoke.class, AroundTimeout.class);

    private final AnnotatedType<?> type;
    private final Class<?> hub;
    private final List<HubClassMethod> methods;
    private final Set<HubClassMethod> callable;
    private final SecurityAnnotations ofHub;

    HubSecurity(AnnotatedType<?> type, List<HubClassMethod> methods, List<HubClassMethod> callable) {
        this.type = type;
        this.hub = type.getJavaClass();
        this.methods = methods;
        this.callable = Set.copyOf(callable);
        this.ofHub = SecurityAnnotations.of(type::getAnnotation);
    }

    /** The methods of a hub that not everybody may call, and that an interceptor can guard. */
    public static Set<Method> guarded(AnnotatedType<?> type) {
        List<HubClassMethod> methods = HubClassMethods.of(type);
        return new HubSecurity(type, methods, HubMethodRules.select(type.getJavaClass(), methods))
                .guarded().stream().map(GuardedMethod::method).collect(Collectors.toSet());
    }

    /** What is asked of whoever connects. */
    SecurityRequirement requirement() {
        return ofHub.requirement();
    }

    /** What is asked of whoever calls a method. */
    SecurityRequirement requirement(HubClassMethod method) {
        SecurityRequirement own = SecurityAnnotations.of(method::annotation).requirement();
        return isGuardedByClass(method) ? own.or(ofClasses(method)) : own;
    }

    private boolean isGuardedByClass(HubClassMethod method) {
        return callable.contains(method) || method.is(OnConnected.class) || method.is(OnAuthenticationRefreshed.class);
    }

    private SecurityRequirement ofClasses(HubClassMethod method) {
        Class<?> declaring = method.method().getDeclaringClass();
        SecurityRequirement whole = ofHub.requirement();
        if (declaring == hub) {
            return whole;
        }
        SecurityRequirement inherited =
                SecurityAnnotations.of(declaring::getAnnotation).requirement();
        return strictness(inherited) >= strictness(whole) ? inherited : whole;
    }

    private static int strictness(SecurityRequirement requirement) {
        return switch (requirement.kind()) {
            case NONE -> 0;
            case PERMIT_ALL -> 1;
            case ROLES -> 2;
            case DENY_ALL -> 3;
        };
    }

    /** Whether clients make the server call a method, by its name or otherwise. */
    boolean isForClients(HubClassMethod method) {
        return isGuardedByClass(method) || method.is(OnDisconnected.class);
    }

    /** Whether not everybody may call a method. */
    boolean isGuarded(HubClassMethod method) {
        return strictness(requirement(method)) >= strictness(SecurityRequirement.roles(Set.of()));
    }

    /** The classes on which annotations count, the hub first. */
    Set<Class<?>> classes() {
        Set<Class<?>> classes = new LinkedHashSet<>(Set.of(hub));
        methods.stream()
                .filter(this::isGuardedByClass)
                .map(method -> method.method().getDeclaringClass())
                .forEach(classes::add);
        return classes;
    }

    /** What stands on one of these. */
    SecurityAnnotations of(Class<?> type) {
        return type == hub ? ofHub : SecurityAnnotations.of(type::getAnnotation);
    }

    /** Why there is never an interceptor before a method, in the words of {@link Rule#SECURITY_WITHOUT_EFFECT}; null when there is. */
    static @Nullable String reasonWithoutInterceptor(HubClassMethod method) {
        if (method.isStatic()) {
            return "is static";
        }
        if (method.isPrivate()) {
            return "is private";
        }
        return BY_CDI_ALONE.stream().anyMatch(method::is) ? "is called by CDI alone" : null;
    }

    private boolean isInterceptable(HubClassMethod method) {
        return reasonWithoutSubclass() == null && !method.isFinal() && reasonWithoutInterceptor(method) == null;
    }

    /** Why no interceptor can be before any method, in the words of {@link Rule#UNGUARDABLE}; null when it can. */
    @Nullable
    String reasonWithoutSubclass() {
        if (Modifier.isFinal(hub.getModifiers())) {
            return "The class is final";
        }
        if (hub.isSealed()) {
            return "The class is sealed";
        }
        return isConstructorPrivate() ? "The constructor is private" : null;
    }

    /** Of the one that CDI uses. */
    private boolean isConstructorPrivate() {
        return type.getConstructors().stream()
                .filter(each -> each.isAnnotationPresent(Inject.class)
                        || each.getParameters().isEmpty())
                .max(Comparator.comparing(each -> each.isAnnotationPresent(Inject.class)))
                .filter(used -> Modifier.isPrivate(used.getJavaMember().getModifiers()))
                .isPresent();
    }

    /** All that the server must know beside the definition of the hub. */
    Protection protection() {
        Stream<SecurityRequirement> asked =
                Stream.concat(Stream.of(requirement()), methods.stream().map(this::requirement));
        List<GuardedMethod> guarded = guarded();
        return new Protection(Protection.roleNames(type, asked), guarded.isEmpty() ? Map.of() : Map.of(hub, guarded));
    }

    private List<GuardedMethod> guarded() {
        return methods.stream()
                .filter(method -> isGuarded(method) && isInterceptable(method))
                .map(method -> new GuardedMethod(method.method(), method.wireName(), requirement(method)))
                .toList();
    }
}
