// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Disconnection;
import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.HubIgnore;
import ee.signalr.HubMethodName;
import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.type.ResolvedType;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.HubMethod;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class HubDefinitionsTest {

    @Test
    void shouldNameHubsAfterTheirClassesUnlessToldOtherwise() {
        assertThat(define(NamelessHub.class).name()).isEqualTo("NamelessHub");
        assertThat(define(NamedHub.class).name()).isEqualTo("other");
    }

    @Test
    void shouldKeepAllPathsInOrder() {
        assertThat(define(NamedHub.class).paths()).containsExactly("/b", "/a", "/");
    }

    @Test
    void shouldAcceptAHubWithoutMethods() {
        HubDefinition definition = define(NamelessHub.class);

        assertThat(definition.methods()).isEmpty();
        assertThat(definition.callbacks().onConnected()).isNull();
        assertThat(definition.callbacks().onDisconnected()).isNull();
    }

    @Test
    void shouldOfferPublicInstanceMethodsOfTheClassAndItsSuperclassesOnly() {
        assertThat(methods(CallableHub.class)).containsExactlyInAnyOrder("own", "inherited", "renamed", "overridden");
    }

    @Test
    void shouldNotOfferMethodsOfObjectOrAutoCloseableEvenWhenOverridden() {
        assertThat(methods(ClosingHub.class)).containsExactlyInAnyOrder("equals", "wait");
    }

    @Test
    void shouldOfferCloseWhereTheHubIsNotAutoCloseable() {
        assertThat(methods(DoorHub.class)).containsExactly("close");
    }

    @Test
    void shouldNotOfferWhatTheContainerCalls() {
        assertThat(methods(ContainerHub.class)).isEmpty();
    }

    @Test
    void shouldNotOfferDefaultMethodsOfInterfacesUnlessTheClassHasThem() {
        assertThat(methods(DefaultsHub.class)).containsExactly("implemented");
    }

    @Test
    void shouldNotOfferBridgesOfMethodsWithTypeParameters() {
        HubDefinition definition = define(OverridingOrderHub.class);

        assertThat(definition.methods())
                .singleElement()
                .satisfies(method -> assertThat(method.argumentTypes()).containsExactly(Order.class));
    }

    @Test
    void shouldFindMethodsOfSuperclassesThatAreNotPublic() {
        assertThat(methods(OverPackageHub.class)).containsExactlyInAnyOrder("own", "hidden");
    }

    @Test
    void shouldBindTheTypesThatTheHubGivesToItsSuperclass() {
        HubDefinition definition = define(OrderHub.class);

        assertThat(method(definition, "save").argumentTypes()).containsExactly(Order.class);
        assertThat(method(definition, "saveAll").argumentTypes())
                .containsExactly(
                        ResolvedType.of(List.class, Order.class),
                        ResolvedType.of(Map.class, String.class, Order.class),
                        Order[].class);
    }

    @Test
    void shouldNotCountWhatTheServerGivesAmongTheArguments() {
        assertThat(method(define(GivenHub.class), "send").argumentTypes()).containsExactly(String.class, int.class);
    }

    @Test
    void shouldFindCallbacksOfAnyVisibility() {
        HubDefinition definition = define(CallbackHub.class);

        assertThat(definition.methods()).isEmpty();
        assertThat(definition.callbacks().onConnected()).hasToString(CallbackHub.class.getName() + ".joined");
        assertThat(definition.callbacks().onDisconnected()).hasToString(CallbackBase.class.getName() + ".left");
    }

    @Test
    void shouldFindTheCallbackOfARefreshedAuthentication() {
        HubDefinition definition = define(RefreshedHub.class);

        assertThat(definition.methods()).isEmpty();
        assertThat(definition.callbacks().onAuthenticationRefreshed())
                .hasToString(RefreshedHub.class.getName() + ".refreshed");
        assertThat(definition.callbacks().onConnected()).isNull();
        assertThat(define(CallbackHub.class).callbacks().onAuthenticationRefreshed())
                .isNull();
    }

    @Test
    void shouldNotInheritTheMarkerOfAnOverriddenCallback() {
        HubDefinition definition = define(NotCallingBackHub.class);

        assertThat(definition.callbacks().onConnected()).isNull();
        assertThat(definition.methods()).extracting(HubMethod::name).containsExactly("joined");
    }

    private static Collection<String> methods(Class<?> hub) {
        return define(hub).methods().stream().map(HubMethod::name).toList();
    }

    private static HubMethod method(HubDefinition definition, String name) {
        return definition.methods().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HubDefinition define(Class<?> hub) {
        Definitions definitions =
                HubDefinitions.define(List.of(HubCandidate.managedBean(new ReflectedType<>(hub), scopeOf(hub))));
        assertThat(definitions.problems()).isEmpty();
        return definitions.hubs().get(0);
    }

    private static Class<? extends Annotation> scopeOf(Class<?> hub) {
        return hub.isAnnotationPresent(ApplicationScoped.class) ? ApplicationScoped.class : Dependent.class;
    }

    @Hub("/nameless")
    static class NamelessHub {}

    @Hub(
            value = {"/b", "/a", "/"},
            name = "other")
    static class NamedHub {}

    static class CallableBase {

        public void inherited() {}

        public void overridden() {}

        public void hidden() {}

        protected void notCallable() {}
    }

    @Hub("/callable")
    static class CallableHub extends CallableBase {

        public void own() {}

        @Override
        public void overridden() {}

        @Override
        @HubIgnore
        public void hidden() {}

        @HubMethodName("renamed")
        public void original() {}

        public static void ofTheClass() {}

        protected void ofTheFamily() {}

        void ofThePackage() {}

        @SuppressWarnings("unused")
        private void ofTheClassAlone() {}
    }

    @Hub("/closing")
    static class ClosingHub implements AutoCloseable {

        @Override
        public void close() {}

        @Override
        public String toString() {
            return "closing";
        }

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        public boolean equals(String text) {
            return text.isEmpty();
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public Object clone() {
            return this;
        }

        public void wait(String text) {}
    }

    @Hub("/door")
    static class DoorHub {

        public void close() {}
    }

    @Hub("/container")
    @ApplicationScoped
    static class ContainerHub {

        @Inject
        public void initialize(String text) {}

        @PostConstruct
        public void begin() {}

        @PreDestroy
        public void end() {}

        @AroundInvoke
        public Object around(InvocationContext call) throws Exception {
            return call.proceed();
        }

        public void observe(@Observes String text) {}

        public void observeLater(@ObservesAsync String text) {}

        @Produces
        public String produce() {
            return "";
        }

        public void dispose(@Disposes String text) {}
    }

    interface Defaults {

        default void left() {}

        default void implemented() {}
    }

    @Hub("/defaults")
    static class DefaultsHub implements Defaults {

        @Override
        public void implemented() {}
    }

    static class PackageBase {

        public void hidden() {}
    }

    @Hub("/over-package")
    public static class OverPackageHub extends PackageBase {

        public void own() {}
    }

    record Order(String name) {}

    abstract static class CrudHub<T> {

        public T save(T value) {
            return value;
        }

        public int saveAll(List<T> values, Map<String, ? extends T> named, T[] more) {
            return values.size() + named.size() + Arrays.asList(more).size();
        }
    }

    abstract static class NamedCrudHub<N, T> extends CrudHub<T> {}

    @Hub("/orders")
    static class OrderHub extends NamedCrudHub<String, Order> {}

    abstract static class SavingHub<T> {

        public abstract T save(T value);
    }

    @Hub("/orders")
    static class OverridingOrderHub extends SavingHub<Order> {

        @Override
        public Order save(Order value) {
            return value;
        }
    }

    @Hub("/given")
    static class GivenHub {

        public void send(HubCallerContext context, String text, HubCallerClients clients, int times) {}
    }

    static class CallbackBase {

        @OnDisconnected
        @SuppressWarnings("unused")
        private CompletionStage<Void> left(Disconnection disconnection, HubCallerClients clients) {
            return CompletableFuture.completedFuture(null);
        }
    }

    @Hub("/callbacks")
    static class CallbackHub extends CallbackBase {

        @OnConnected
        void joined(HubCallerContext context) {}
    }

    @Hub("/refreshed")
    static class RefreshedHub {

        @OnAuthenticationRefreshed
        public CompletionStage<Void> refreshed(HubCallerClients clients, HubCallerContext context) {
            return CompletableFuture.completedFuture(null);
        }
    }

    static class CallingBackBase {

        @OnConnected
        public void joined() {}
    }

    @Hub("/not-calling-back")
    static class NotCallingBackHub extends CallingBackBase {

        @Override
        public void joined() {}
    }
}
