// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.ConnectionScoped;
import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.HubIgnore;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.test.Elsewhere;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestCallers;
import ee.signalr.cdi.test.TestClient;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.spi.CallRefusedException;
import ee.signalr.spi.HubFilter;
import ee.signalr.spi.HubInvocationContext;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSecurityInterceptorWeldTest {

    private static final String REFUSED = "Failed to invoke 'moderate' because user is unauthorized";

    @Test
    void shouldRefuseBeforeInterceptorsOfTheApplicationAndInsideItsFilters() {
        try (TestApplication application =
                TestApplication.of(AuditedHub.class, Auditor.class, Watcher.class, Journal.class)) {
            Journal journal = application.get(Journal.class);
            TestClient bob = application.connect("AuditedHub", TestCallers.BOB);
            TestClient alice = application.connect("AuditedHub", TestCallers.ALICE);

            assertThatThrownBy(() -> bob.call("moderate")).hasMessage(REFUSED);
            assertThat(journal.entries()).containsExactly("filter: moderate UNAUTHORIZED");

            assertThat(alice.call("moderate")).isEqualTo("done");
            assertThat(journal.entries())
                    .containsExactly(
                            "filter: moderate UNAUTHORIZED", "before moderate", "hub", "filter: moderate done");
        }
    }

    @Test
    void shouldRefuseStreams() {
        try (TestApplication application = TestApplication.of(StreamHub.class)) {
            TestClient bob = application.connect("StreamHub", TestCallers.BOB);
            TestClient alice = application.connect("StreamHub", TestCallers.ALICE);

            assertThatThrownBy(() -> TestClient.await(bob.stream("count")))
                    .hasMessage("Failed to invoke 'count' because user is unauthorized");
            assertThat(TestClient.await(alice.stream("count"))).hasSize(3);
            assertThat(bob.call("free")).isEqualTo("still here");
        }
    }

    @Test
    void shouldGuardCallbacks() {
        try (TestApplication application = TestApplication.of(GreetingHub.class, Journal.class)) {
            TestClient bob = application.connect("GreetingHub", TestCallers.BOB);
            application.connect("GreetingHub", TestCallers.ALICE);

            application.get(Journal.class).awaitEntry("alice has come");
            assertThat(application.get(Journal.class).entries()).containsExactly("alice has come");
            bob.awaitClosed();
        }
    }

    @Test
    void shouldLeaveHubsAloneWhereEverybodyMayDoEverything() {
        try (TestApplication application =
                TestApplication.of(PlainHub.class, PermittedHub.class, PartlyGuardedHub.class)) {
            assertThat(application.connect("PlainHub", TestCallers.NOBODY).call("ownClass"))
                    .isEqualTo(PlainHub.class.getName());
            assertThat(application.connect("PermittedHub", TestCallers.NOBODY).call("ownClass"))
                    .isEqualTo(PermittedHub.class.getName());
            assertThat(application
                            .connect("PartlyGuardedHub", TestCallers.NOBODY)
                            .call("free"))
                    .isEqualTo("open");
        }
    }

    @Test
    void shouldGuardWhatExtensionsAnnotate() {
        try (TestApplication application = TestApplication.of(List.of(new Closing()), PlainHub.class)) {
            assertThatThrownBy(() ->
                            application.connect("PlainHub", TestCallers.ALICE).call("ownClass"))
                    .hasMessage("Failed to invoke 'ownClass' because user is unauthorized");
            PlainHub hub = application.get(PlainHub.class);
            assertThatThrownBy(hub::ownClass).isInstanceOf(CallRefusedException.class);
        }
    }

    @Test
    void shouldGuardMethodsThatClientsCannotCallByTheirOwnAnnotationsOnly() {
        try (TestApplication application = TestApplication.of(ForUsersHub.class)) {
            ForUsersHub hub = application.get(ForUsersHub.class);

            assertThat(hub.unmarked()).isEqualTo("counted");
            assertThatThrownBy(hub::marked).isInstanceOf(CallRefusedException.class);
            assertThatThrownBy(hub::forClients).isInstanceOf(CallRefusedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {RequestHub.class, ConnectionHub.class, SharedHub.class})
    void shouldGuardHubsOfEveryScope(Class<?> hub) {
        try (TestApplication application = TestApplication.of(hub)) {
            TestClient bob = application.connect(hub.getSimpleName(), TestCallers.BOB);
            TestClient alice = application.connect(hub.getSimpleName(), TestCallers.ALICE);

            assertThatThrownBy(() -> bob.call("moderate")).hasMessage(REFUSED);
            assertThat(alice.call("moderate")).isEqualTo("done");
        }
    }

    @Test
    void shouldKnowTheCallerWhenAFilterGoesOnLater() {
        try (TestApplication application = TestApplication.of(SharedHub.class, Dawdler.class)) {
            TestClient bob = application.connect("SharedHub", TestCallers.BOB);
            TestClient alice = application.connect("SharedHub", TestCallers.ALICE);

            assertThatThrownBy(() -> bob.call("moderate")).hasMessage(REFUSED);
            assertThat(alice.call("moderate")).isEqualTo("done");
        }
    }

    @Test
    void shouldSeeOffWhoHasLostItsRolesMeanwhile() {
        try (TestApplication application = TestApplication.of(PresenceHub.class, Journal.class)) {
            TestClient bob = application.connect("PresenceHub", TestCallers.BOB);
            assertThat(bob.call("wave")).isEqualTo("hello");
            bob.renew(CallerIdentity.of(() -> "bob", Set.of()));

            assertThatThrownBy(() -> bob.call("wave"))
                    .hasMessage("Failed to invoke 'wave' because user is unauthorized");
            bob.close();

            application.get(Journal.class).awaitEntry("bob has gone");
        }
    }

    /** What is audited. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Audited {}

    /** Writes down what is called, as early as an application can. */
    @Audited
    @Interceptor
    @Priority(Interceptor.Priority.LIBRARY_BEFORE)
    public static class Auditor {

        @Inject
        Journal journal;

        @AroundInvoke
        Object around(InvocationContext call) throws Exception {
            journal.add("before " + call.getMethod().getName());
            return call.proceed();
        }
    }

    /** Writes down what comes of calls. */
    @ApplicationScoped
    public static class Watcher implements HubFilter {

        @Inject
        Journal journal;

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            return next.proceed().whenComplete((result, failure) -> {
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                journal.add("filter: " + call.target() + " "
                        + (cause instanceof CallRefusedException refused ? refused.reason() : result));
            });
        }
    }

    @Hub("/audited")
    @Audited
    public static class AuditedHub {

        private final Journal journal;

        @Inject
        AuditedHub(Journal journal) {
            this.journal = journal;
        }

        @RolesAllowed("moderator")
        public String moderate() {
            journal.add("hub");
            return "done";
        }
    }

    @Hub("/stream")
    public static class StreamHub {

        @RolesAllowed("moderator")
        public Stream<Integer> count() {
            return Stream.of(1, 2, 3);
        }

        public String free() {
            return "still here";
        }
    }

    @Hub("/greeting")
    public static class GreetingHub {

        @Inject
        Journal journal;

        @OnConnected
        @RolesAllowed("moderator")
        void come(HubCallerContext caller) {
            journal.add(caller.principal().orElseThrow().getName() + " has come");
        }
    }

    @Hub("/plain")
    public static class PlainHub {

        public String ownClass() {
            return getClass().getName();
        }
    }

    @Hub("/permitted")
    @PermitAll
    public static class PermittedHub {

        public String ownClass() {
            return getClass().getName();
        }
    }

    @Hub("/partly")
    public static class PartlyGuardedHub {

        public String free() {
            return "open";
        }

        @DenyAll
        public void closed() {}
    }

    @Hub("/for-users")
    @RolesAllowed("user")
    public static class ForUsersHub {

        @HubIgnore
        public String unmarked() {
            return "counted";
        }

        @HubIgnore
        @RolesAllowed("user")
        public String marked() {
            return "counted";
        }

        public String forClients() {
            return "counted";
        }
    }

    /** What hubs of several scopes do. */
    public abstract static class ModeratedHub {

        @RolesAllowed("moderator")
        public String moderate() {
            return "done";
        }
    }

    @Hub("/request")
    @RequestScoped
    public static class RequestHub extends ModeratedHub {}

    @Hub("/connection")
    @ConnectionScoped
    public static class ConnectionHub extends ModeratedHub {}

    @Hub("/shared")
    @ApplicationScoped
    public static class SharedHub extends ModeratedHub {}

    @Hub("/presence")
    @RolesAllowed("user")
    public static class PresenceHub {

        @Inject
        Journal journal;

        public String wave() {
            return "hello";
        }

        @OnDisconnected
        void left(HubCallerContext caller) {
            journal.add(caller.principal().orElseThrow().getName() + " has gone");
        }
    }

    /** Goes on elsewhere. */
    @ApplicationScoped
    public static class Dawdler implements HubFilter {

        @Override
        public CompletionStage<?> invoke(HubInvocationContext call, Next next) {
            return Elsewhere.call(() -> "").thenCompose(any -> next.proceed());
        }
    }

    /** Closes the methods of a hub. */
    public static class Closing implements Extension {

        void close(@Observes ProcessAnnotatedType<PlainHub> event) {
            event.configureAnnotatedType()
                    .filterMethods(method -> method.getJavaMember().getName().equals("ownClass"))
                    .forEach(method -> method.add(new Denied()));
        }
    }

    /** The annotation, made by hand. */
    @SuppressWarnings({"ClassExplicitlyAnnotation", "serial"})
    private static final class Denied extends AnnotationLiteral<DenyAll> implements DenyAll {}
}
