// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.Hub;
import ee.signalr.cdi.test.FakeCaller;
import ee.signalr.cdi.test.LogRecords;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.core.dispatch.HubActivation;
import ee.signalr.spi.UserIdProvider;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CdiHubActivatorWeldTest {

    private final CurrentCall current = new CurrentCall();
    private final FakeCaller ann = new FakeCaller("ann");

    private TestApplication application;
    private CdiHubActivator activator;

    @BeforeEach
    void deploy() {
        application = TestApplication.of(
                SharedHub.class,
                RequestHub.class,
                OwnHub.class,
                FailingHub.class,
                Secret.class,
                ControllerHolder.class);
        BeanManager manager = application.beanManager();
        List<Bean<?>> hubs = Stream.<Class<?>>of(SharedHub.class, RequestHub.class, OwnHub.class, FailingHub.class)
                .<Bean<?>>map(hub -> manager.resolve(manager.getBeans(hub)))
                .toList();
        List<Bean<?>> requestScoped = Stream.<Class<?>>of(RequestHub.class, Secret.class)
                .<Bean<?>>map(type -> manager.resolve(manager.getBeans(type)))
                .toList();
        activator = CdiHubActivator.create(
                manager, new HubBeans(hubs, List.of(), requestScoped, false), current, application.loader());
    }

    @AfterEach
    void undeploy() {
        application.close();
    }

    @Test
    void shouldBindTheCallToTheThreadUntilItIsLeft() {
        HubActivation activation = activator.activate(SharedHub.class, ann.caller());
        assertThat(current.caller()).isSameAs(ann.caller());
        assertThat(current.hubClass()).isEqualTo(SharedHub.class);

        activation.leave();

        assertThat(current.caller()).isNull();
        assertThat(current.hubClass()).isNull();
    }

    @Test
    void shouldBindTheClassLoaderOfTheApplicationToTheThreadUntilTheCallIsLeft() {
        Thread thread = Thread.currentThread();
        ClassLoader stranger = new ClassLoader(null) {};
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(stranger);
        try {
            HubActivation activation = activator.activate(SharedHub.class, ann.caller());
            assertThat(thread.getContextClassLoader()).isSameAs(application.loader());
            activation.leave();
            assertThat(thread.getContextClassLoader()).isSameAs(stranger);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void shouldGiveTheSameReferenceToASharedHubEveryTime() {
        assertThat(hubOf(SharedHub.class)).isSameAs(hubOf(SharedHub.class));
        assertThat(hubOf(RequestHub.class)).isSameAs(hubOf(RequestHub.class));
        assertThat(hubOf(OwnHub.class)).isNotSameAs(hubOf(OwnHub.class));
    }

    @Test
    void shouldRefuseClassesThatAreNoHubs() {
        assertThatIllegalArgumentException().isThrownBy(() -> activator.activate(String.class, ann.caller()));
    }

    @Test
    void shouldRefuseACallWithinACallAndLeaveTheOuterOneAlone() {
        HubActivation outer = activator.activate(RequestHub.class, ann.caller());
        application.get(Secret.class).set("outer");

        assertThatIllegalStateException()
                .isThrownBy(() -> activator.activate(SharedHub.class, new FakeCaller("bob").caller()))
                .withMessageStartingWith("SIGNALR-2003");

        assertThat(current.caller()).isSameAs(ann.caller());
        assertThat(((RequestHub) outer.hub()).read()).isEqualTo("outer");
        outer.leave();
    }

    @Test
    void shouldLeaveNothingBehindWhenTheHubCannotBeMade() {
        HubActivation activation = activator.activate(FailingHub.class, ann.caller());
        assertThatThrownBy(activation::hub).hasStackTraceContaining("as asked for");

        activation.leave();
        activation.release();

        assertThat(current.caller()).isNull();
        assertThat(application.get(ControllerHolder.class).isRequestActive()).isFalse();
    }

    @Test
    void shouldNotThrowWhenAnInstanceFailsAtItsEnd() {
        HubActivation activation = activator.activate(OwnHub.class, ann.caller());
        activation.leave();

        assertThatCode(activation::release).doesNotThrowAnyException();
    }

    @Test
    void shouldEmptyARequestThatWasLeftOnTheThreadBeforeAndAfterACallAndLogItOnce() {
        ControllerHolder left = application.get(ControllerHolder.class);
        left.activate();
        try (LogRecords log = new LogRecords("ee.signalr.cdi")) {
            for (int i = 0; i < 2; i++) {
                application.get(Secret.class).set("of somebody else");
                HubActivation activation = activator.activate(RequestHub.class, ann.caller());
                RequestHub hub = (RequestHub) activation.hub();
                assertThat(hub.read()).isEmpty();
                application.get(Secret.class).set("of ann");
                activation.leave();
                assertThat(application.get(Secret.class).get()).isEmpty();
            }

            assertThat(log.messages()).singleElement().asString().startsWith("SIGNALR-2005");
        } finally {
            left.deactivate();
        }
    }

    @Test
    void shouldAskForUserIdsWithClassLoaderAndRequestScope() {
        UserIdProvider asking = connection -> {
            application.get(Secret.class).set(connection.connectionId());
            return Optional.of(application.get(Secret.class).get());
        };

        assertThat(activator.withContexts(asking).userId(ann)).contains("ann");
        assertThat(application.get(ControllerHolder.class).isRequestActive()).isFalse();
    }

    private Object hubOf(Class<?> type) {
        HubActivation activation = activator.activate(type, ann.caller());
        activation.leave();
        return activation.hub();
    }

    /** One for all. */
    @Hub("/shared")
    @ApplicationScoped
    public static class SharedHub {}

    /** One for every request. */
    @Hub("/request")
    @RequestScoped
    public static class RequestHub {

        @Inject
        Secret secret;

        public String read() {
            return secret.get();
        }
    }

    /** One for every call. */
    @Hub("/own")
    public static class OwnHub {

        @PreDestroy
        void destroyed() {
            throw new IllegalStateException("as asked for");
        }
    }

    /** None at all. */
    @Hub("/failing")
    public static class FailingHub {

        @PostConstruct
        void made() {
            throw new IllegalStateException("as asked for");
        }
    }

    /** Must not be seen by another user. */
    @RequestScoped
    public static class Secret {

        private String text = "";

        public String get() {
            return text;
        }

        public void set(String text) {
            this.text = text;
        }
    }

    /** Somebody who begins requests. */
    @Dependent
    public static class ControllerHolder {

        @Inject
        RequestContextController controller;

        @Inject
        BeanManager manager;

        void activate() {
            assertThat(controller.activate()).isTrue();
        }

        void deactivate() {
            controller.deactivate();
        }

        boolean isRequestActive() {
            boolean fresh = controller.activate();
            if (fresh) {
                controller.deactivate();
            }
            return !fresh;
        }
    }
}
