// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.definition.GuardedMethod;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.PassivationCapable;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands before guarded methods of hubs, outside all interceptors of applications. The engine refuses calls of clients before
 * there is a hub; this is the second line, for every other way to the method. It is described to the container and not discovered:
 * so it does not depend on which archives the container looks through, and is not there where nothing is guarded. Thread-safe.
 */
public final class HubSecurityInterceptor implements Interceptor<Object>, Prioritized, PassivationCapable {

    private final HubGuard guard;

    /** Makes the interceptor of an application, for these methods of its hubs. */
    public HubSecurityInterceptor(CurrentCall current, Map<Class<?>, List<GuardedMethod>> guarded) {
        this.guard = new HubGuard(current, guarded);
    }

    @Override
    public Object intercept(InterceptionType type, Object instance, InvocationContext call) throws Exception {
        guard.check(call.getTarget(), call.getMethod());
        return call.proceed();
    }

    @Override
    public boolean intercepts(InterceptionType type) {
        return type == InterceptionType.AROUND_INVOKE;
    }

    @Override
    public int getPriority() {
        return jakarta.interceptor.Interceptor.Priority.PLATFORM_BEFORE;
    }

    @Override
    public Set<Annotation> getInterceptorBindings() {
        return Set.of(HubSecured.Literal.INSTANCE);
    }

    @Override
    public Object create(CreationalContext<Object> context) {
        return guard;
    }

    @Override
    public void destroy(Object instance, CreationalContext<Object> context) {
        // It holds nothing.
    }

    @Override
    public Class<?> getBeanClass() {
        return HubGuard.class;
    }

    @Override
    public Set<InjectionPoint> getInjectionPoints() {
        return Set.of();
    }

    @Override
    public Set<Type> getTypes() {
        return Set.of(HubGuard.class, Object.class);
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return Set.of();
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return Dependent.class;
    }

    @Override
    public String getName() {
        return null;
    }

    @Override
    public Set<Class<? extends Annotation>> getStereotypes() {
        return Set.of();
    }

    @Override
    public boolean isAlternative() {
        return false;
    }

    @Override
    public String getId() {
        return HubSecurityInterceptor.class.getName();
    }
}
