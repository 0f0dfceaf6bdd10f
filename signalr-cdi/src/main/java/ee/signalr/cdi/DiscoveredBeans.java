// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import ee.signalr.ConnectionScoped;
import ee.signalr.Hub;
import ee.signalr.MapConnectionHandler;
import ee.signalr.cdi.context.HubBeans;
import ee.signalr.cdi.definition.HubCandidate;
import ee.signalr.cdi.definition.Rule;
import ee.signalr.cdi.filter.FilterBeans;
import ee.signalr.spi.TokenAuthenticator;
import ee.signalr.spi.UserIdProvider;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the container has told of the application's beans, as far as it concerns hubs. Confined to the deploying thread. */
final class DiscoveredBeans {

    private final Map<Class<?>, HubCandidate> candidates = new LinkedHashMap<>();
    private final Map<Class<?>, HubCandidate> handlerCandidates = new LinkedHashMap<>();
    private final Set<Bean<?>> managedBeans = new HashSet<>();
    private final List<Bean<?>> hubs = new ArrayList<>();
    private final List<Bean<?>> handlers = new ArrayList<>();
    private final List<Bean<?>> requestScoped = new ArrayList<>();
    private final AtMostOne<UserIdProvider> userIdProviders =
            new AtMostOne<>(UserIdProvider.class, Rule.SEVERAL_USER_ID_PROVIDERS);
    private final AtMostOne<TokenAuthenticator> tokenAuthenticators =
            new AtMostOne<>(TokenAuthenticator.class, Rule.SEVERAL_TOKEN_AUTHENTICATORS);
    private final FilterBeans filters = new FilterBeans();
    private boolean connectionScoped;

    /** A type says perhaps that it is a hub or a connection handler; whether it becomes a bean is not known yet. */
    void addType(AnnotatedType<?> type) {
        if (type.isAnnotationPresent(Hub.class)) {
            candidates.putIfAbsent(type.getJavaClass(), HubCandidate.noBean(type));
        }
        if (type.isAnnotationPresent(MapConnectionHandler.class)) {
            handlerCandidates.putIfAbsent(type.getJavaClass(), HubCandidate.noBean(type));
        }
    }

    /** A class has become a bean. */
    void addManagedBean(ProcessManagedBean<?> event) {
        AnnotatedType<?> type = event.getAnnotatedBeanClass();
        boolean enterprise = event instanceof ProcessSessionBean;
        Bean<?> bean = event.getBean();
        if (!enterprise && !(bean instanceof Interceptor) && !(bean instanceof Decorator)) {
            managedBeans.add(bean);
        }
        HubCandidate candidate =
                enterprise ? HubCandidate.sessionBean(type) : HubCandidate.managedBean(type, bean.getScope());
        keep(Hub.class, candidate, bean, candidates, hubs);
        keep(MapConnectionHandler.class, candidate, bean, handlerCandidates, handlers);
    }

    private static void keep(
            Class<? extends Annotation> marker,
            HubCandidate candidate,
            Bean<?> bean,
            Map<Class<?>, HubCandidate> candidates,
            List<Bean<?>> beans) {
        if (!candidate.type().isAnnotationPresent(marker)) {
            return;
        }
        candidates.put(candidate.type().getJavaClass(), candidate);
        if (candidate.kind() == HubCandidate.Kind.MANAGED_BEAN) {
            beans.add(bean);
        }
    }

    /** Something has become a bean. */
    void addBean(ProcessBean<?> event) {
        Bean<?> bean = event.getBean();
        if (bean.getScope() == RequestScoped.class) {
            requestScoped.add(bean);
        }
        connectionScoped |= bean.getScope() == ConnectionScoped.class;
        userIdProviders.see(bean);
        tokenAuthenticators.see(bean);
        filters.add(bean, event.getAnnotated());
    }

    /** Everything that says it is a hub. */
    Collection<HubCandidate> candidates() {
        return candidates.values();
    }

    /** Everything that says it is a connection handler. */
    Collection<HubCandidate> handlerCandidates() {
        return handlerCandidates.values();
    }

    /** The classes that say they are hubs. */
    Set<Class<?>> candidateClasses() {
        return candidates.keySet();
    }

    /** The filters. */
    FilterBeans filters() {
        return filters;
    }

    /** The application's provider of user ids. */
    AtMostOne<UserIdProvider> userIdProviders() {
        return userIdProviders;
    }

    /** The application's authenticator of tokens. */
    AtMostOne<TokenAuthenticator> tokenAuthenticators() {
        return tokenAuthenticators;
    }

    static String classNames(Collection<? extends Bean<?>> beans) {
        return beans.stream()
                .map(bean -> bean.getBeanClass().getName())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The beans of which CDI itself makes the instances, interceptors and decorators excepted. */
    Set<Bean<?>> managedBeans() {
        return managedBeans;
    }

    /** The beans that calls need. */
    HubBeans hubBeans() {
        return new HubBeans(hubs, handlers, requestScoped, connectionScoped);
    }
}
