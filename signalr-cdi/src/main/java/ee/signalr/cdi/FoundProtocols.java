// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import ee.signalr.cdi.definition.Problem;
import ee.signalr.cdi.definition.Rule;
import ee.signalr.core.ProtocolSources;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolFactory;
import ee.signalr.core.protocol.json.JsonbHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;

/**
 * The hub protocols that an application brings along: factories of its libraries, and beans of its own. Confined to the deploying
 * thread.
 */
final class FoundProtocols implements AutoCloseable {

    /** Protocols are used on any thread, where other scopes are not active. */
    private static final Set<Class<? extends Annotation>> SCOPES =
            Set.of(ApplicationScoped.class, Singleton.class, Dependent.class);

    private final List<Problem> problems = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();
    private final List<FoundBean<HubProtocol>> beans = new ArrayList<>();
    private final ProtocolSources sources;

    private FoundProtocols(BeanManager manager, JsonbHolder jsonb) {
        List<HubProtocol> own = own(manager);
        this.sources = new ProtocolSources(jsonb, libraries(), own);
        sources.ambiguities().forEach(text -> problems.add(Problem.of(Rule.SEVERAL_PROTOCOLS, text)));
    }

    /** Looks for protocols, libraries with the class loader of the calling thread. */
    static FoundProtocols find(BeanManager manager, JsonbHolder jsonb) {
        return new FoundProtocols(manager, jsonb);
    }

    ProtocolSources sources() {
        return sources;
    }

    /** What is wrong with them. */
    List<Problem> problems() {
        return problems;
    }

    /** What has been thrown meanwhile. */
    List<Throwable> causes() {
        return causes;
    }

    private List<HubProtocolFactory> libraries() {
        try {
            return ProtocolSources.found(Thread.currentThread().getContextClassLoader());
        } catch (ServiceConfigurationError unusable) {
            causes.add(unusable);
            problems.add(Problem.of(Rule.PROTOCOL, unusable));
            return List.of();
        }
    }

    private List<HubProtocol> own(BeanManager manager) {
        List<HubProtocol> own = new ArrayList<>();
        manager.getBeans(HubProtocol.class, Any.Literal.INSTANCE).stream()
                .sorted(Comparator.comparing(bean -> bean.getBeanClass().getName()))
                .forEach(bean -> add(manager, bean, own));
        return own;
    }

    private void add(BeanManager manager, Bean<?> bean, List<HubProtocol> own) {
        if (!SCOPES.contains(bean.getScope())) {
            problems.add(Problem.in(
                    bean.getBeanClass(), Rule.PROTOCOL_SCOPE, bean.getScope().getSimpleName()));
            return;
        }
        try {
            FoundBean<HubProtocol> found = FoundBean.of(manager, HubProtocol.class, bean);
            beans.add(found);
            HubProtocol protocol = found.reference().orElseThrow();
            // Asked now: a bean that cannot be made is a problem of the deployment, not of the first client.
            protocol.name();
            own.add(protocol);
        } catch (RuntimeException unusable) {
            causes.add(unusable);
            problems.add(Problem.in(bean.getBeanClass(), Rule.PROTOCOL, unusable));
        }
    }

    /** Gives dependent instances back. Idempotent. */
    @Override
    public void close() {
        beans.forEach(FoundBean::close);
    }
}
