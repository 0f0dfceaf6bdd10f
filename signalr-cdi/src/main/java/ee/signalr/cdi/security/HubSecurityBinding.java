// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.definition.HubSecurity;
import ee.signalr.cdi.definition.Protection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * Tells the container of the interceptor, and puts it before the methods of hubs that not everybody may call. A hub without such
 * methods stays as it is. Confined to the deploying thread.
 */
public final class HubSecurityBinding {

    private HubSecurityBinding() {}

    /** Makes it an interceptor; not by annotations on its class, so that it is one once, whichever archives are looked through. */
    public static void addInterceptor(BeforeBeanDiscovery event) {
        event.addAnnotatedType(HubSecurityInterceptor.class, HubSecurityInterceptor.class.getName())
                .add(new InterceptorLiteral())
                .add(new FirstLiteral())
                .add(HubSecured.Literal.INSTANCE);
    }

    /** Binds it to a hub; called for each when others have had their say on its annotations. */
    public static void bind(ProcessAnnotatedType<?> event) {
        Set<Method> guarded = HubSecurity.guarded(event.getAnnotatedType());
        if (!guarded.isEmpty()) {
            event.configureAnnotatedType()
                    .filterMethods(method -> guarded.contains(method.getJavaMember()))
                    .forEach(method -> method.add(HubSecured.Literal.INSTANCE));
        }
    }

    /** Adds what it asks. */
    public static void addGuard(AfterBeanDiscovery event, CurrentCall current, Protection protection) {
        HubGuard guard = new HubGuard(current, protection.guarded());
        event.addBean()
                .id(HubGuard.class.getName())
                .beanClass(HubGuard.class)
                .types(HubGuard.class, Object.class)
                .scope(Dependent.class)
                .createWith(any -> guard);
    }

    /** What makes a class an interceptor. */
    private static final class InterceptorLiteral extends AnnotationLiteral<Interceptor> implements Interceptor {

        private static final long serialVersionUID = 1L;
    }

    /** Before all interceptors of applications. */
    private static final class FirstLiteral extends AnnotationLiteral<Priority> implements Priority {

        private static final long serialVersionUID = 1L;

        @Override
        public int value() {
            return Interceptor.Priority.PLATFORM_BEFORE;
        }
    }
}
