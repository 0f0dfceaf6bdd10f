// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import ee.signalr.Hub;
import ee.signalr.MapConnectionHandler;
import ee.signalr.cdi.config.ExternalConfiguration;
import ee.signalr.cdi.context.ConnectionContext;
import ee.signalr.cdi.context.CurrentCall;
import ee.signalr.cdi.definition.Definitions;
import ee.signalr.cdi.definition.HubDefinitionException;
import ee.signalr.cdi.definition.HubDefinitions;
import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.health.HealthBeans;
import ee.signalr.cdi.injection.EngineReference;
import ee.signalr.cdi.injection.HubInjection;
import ee.signalr.cdi.injection.InjectionPoints;
import ee.signalr.cdi.security.HubSecurityBinding;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hubs and connection handlers of an application, reports all that is wrong with them at once, and makes the engine. One per application, as
 * all that it holds; called by the container on the deploying thread, and once more when the application ends.
 */
public class SignalRExtension implements Extension {

    private final DiscoveredBeans beans = new DiscoveredBeans();
    private final InjectionPoints injectionPoints = new InjectionPoints();
    private final CurrentCall current = new CurrentCall();
    private final EngineReference engine = new EngineReference();
    private final HubInjection injection = new HubInjection(current, engine);
    private Definitions definitions = Definitions.NONE;
    private volatile @Nullable Application application;
    private volatile @Nullable ClassLoader configured;

    /** For the container. */
    public SignalRExtension() {}

    void begin(@Observes BeforeBeanDiscovery event) {
        HubSecurityBinding.addInterceptor(event);
    }

    void see(@Observes @WithAnnotations({Hub.class, MapConnectionHandler.class}) ProcessAnnotatedType<?> event) {
        beans.addType(event.getAnnotatedType());
    }

    /** Last, when other extensions have changed annotations. */
    void guard(@Observes @Priority(Integer.MAX_VALUE) @WithAnnotations(Hub.class) ProcessAnnotatedType<?> event) {
        if (event.getAnnotatedType().isAnnotationPresent(Hub.class)) {
            HubSecurityBinding.bind(event);
        }
    }

    /** When all hubs are known. */
    void addTypes(@Observes AfterTypeDiscovery event) {
        if (!beans.candidates().isEmpty() || !beans.handlerCandidates().isEmpty()) {
            HealthBeans.addProducers(event);
        }
    }

    void see(@Observes ProcessInjectionPoint<?, ?> event) {
        injectionPoints.visit(event);
    }

    void see(@Observes ProcessManagedBean<?> event) {
        beans.addManagedBean(event);
    }

    void seeAny(@Observes ProcessBean<?> event) {
        beans.addBean(event);
    }

    void define(@Observes AfterBeanDiscovery event) {
        Definitions read = HubDefinitions.define(beans.candidates(), beans.handlerCandidates());
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(injectionPoints.problems(beans.candidateClasses()));
        beans.userIdProviders().problem().ifPresent(problems::add);
        beans.tokenAuthenticators().problem().ifPresent(problems::add);
        problems.addAll(beans.filters().problems(beans.candidateClasses()));
        if (!problems.isEmpty()) {
            event.addDefinitionError(new HubDefinitionException(problems));
            return;
        }
        definitions = read;
        HubSecurityBinding.addGuard(event, current, read.protection());
        event.addContext(new ConnectionContext(current));
        injection.addCallBeans(event, injectionPoints, hubClasses());
        if (!definitions.isEmpty()) {
            injection.addHubBeans(event, injectionPoints, hubClasses());
            HealthBeans.addEngine(event, engine);
        }
    }

    void assemble(@Observes AfterDeploymentValidation event, BeanManager manager) {
        if (definitions.isEmpty()) {
            return;
        }
        injection.decideLifetimes(manager, injectionPoints, beans.managedBeans(), hubClasses());
        configured = Thread.currentThread().getContextClassLoader();
        EngineAssembly assembly = new EngineAssembly(manager, definitions);
        Application made = assembly.assemble(beans, current);
        if (made == null) {
            event.addDeploymentProblem(assembly.failure());
            return;
        }
        engine.set(made.engine());
        application = made;
    }

    private Set<Class<?>> hubClasses() {
        Set<Class<?>> classes = new HashSet<>();
        definitions.hubs().forEach(hub -> classes.add(hub.hubClass()));
        return classes;
    }

    // Before the beans of the application go, which the last callbacks still need.
    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stop();
    }

    // In case that event does not come. The beans of the application are gone now, and ask for no configuration any
    // more.
    void end(@Observes BeforeShutdown event) {
        stop();
        ClassLoader loader = configured;
        if (loader != null) {
            ExternalConfiguration.release(loader);
        }
    }

    private void stop() {
        Application running = application;
        if (running != null) {
            running.stop();
        }
    }
}
