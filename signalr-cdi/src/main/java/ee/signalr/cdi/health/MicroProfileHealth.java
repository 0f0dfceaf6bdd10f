// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.health;

import ee.signalr.cdi.injection.EngineReference;
import ee.signalr.core.EngineHealth;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
 * Produces the health checks. The only class that touches the API of MicroProfile Health, and no other may have it in a signature:
 * where the server does not have the API, nobody asks this class for its methods. It extends and implements nothing of the API and
 * has no scope, so that it is no bean by itself, and nobody who looks through the classes of the application stumbles over it.
 *
 * <p>Producers, not beans of an extension: GlassFish 8 looks at the annotations from which a bean was made, of which a bean of an
 * extension has none, and Payara looks for checks in those applications alone whose class files name one of the annotations.
 * Thread-safe, as the checks are.
 */
final class MicroProfileHealth {

    private static final String NAME = "signalr";

    private final EngineReference engine;

    @Inject
    MicroProfileHealth(EngineReference engine) {
        this.engine = engine;
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck readiness() {
        return () -> response(EngineHealth::ready);
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck liveness() {
        return () -> response(EngineHealth::live);
    }

    private HealthCheckResponse response(Predicate<EngineHealth> up) {
        EngineHealth health = engine.health();
        Status status = up.test(health) ? Status.UP : Status.DOWN;
        return new HealthCheckResponse(NAME, status, Optional.of(data(health)));
    }

    /** Numbers alone: who may ask for the health of a server may not know who uses it. */
    private static Map<String, Object> data(EngineHealth health) {
        Map<String, Object> data = new LinkedHashMap<>();
        health.connections().forEach((name, count) -> data.put("connections." + name, count.longValue()));
        return data;
    }
}
