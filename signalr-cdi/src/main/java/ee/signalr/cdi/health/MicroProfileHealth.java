// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.health;

import ee.signalr.cdi.injection.EngineReference;
import ee.signalr.core.EngineHealth;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * The health checks. The only class that touches the API of MicroProfile Health, and no other may have it in a signature: where the
 * server does not have the API, this class does not load. It implements nothing of the API and is no bean, so that nobody who looks
 * through the classes of the application stumbles over it. Stateless; the checks are thread-safe.
 */
final class MicroProfileHealth {

    private static final String NAME = "signalr";

    private MicroProfileHealth() {}

    static void add(AfterBeanDiscovery event, EngineReference engine) {
        add(event, Readiness.Literal.INSTANCE, check(engine, EngineHealth::ready));
        add(event, Liveness.Literal.INSTANCE, check(engine, EngineHealth::live));
    }

    private static void add(AfterBeanDiscovery event, Annotation kind, HealthCheck check) {
        event.addBean()
                .beanClass(HealthCheck.class)
                .id(HealthCheck.class.getName() + "@" + kind.annotationType().getSimpleName())
                .types(HealthCheck.class, Object.class)
                .qualifiers(kind)
                .scope(Singleton.class)
                .createWith(any -> check);
    }

    private static HealthCheck check(EngineReference engine, Predicate<EngineHealth> up) {
        return () -> {
            EngineHealth health = engine.health();
            Status status = up.test(health) ? Status.UP : Status.DOWN;
            return new HealthCheckResponse(NAME, status, Optional.of(data(health)));
        };
    }

    /** Numbers alone: who may ask for the health of a server may not know who uses it. */
    private static Map<String, Object> data(EngineHealth health) {
        Map<String, Object> data = new LinkedHashMap<>();
        health.connections().forEach((name, count) -> data.put("connections." + name, count.longValue()));
        return data;
    }
}
