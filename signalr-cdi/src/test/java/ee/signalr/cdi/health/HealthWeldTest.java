// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.health;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.Hub;
import ee.signalr.cdi.test.TestApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks as MicroProfile Health finds them: by type and qualifier. */
@Timeout(60)
class HealthWeldTest {

    static List<Annotation> kinds() {
        return List.of(Readiness.Literal.INSTANCE, Liveness.Literal.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldBeOneCheckOfEachKindUnderOneName(Annotation kind) {
        try (TestApplication application = TestApplication.of(ChatHub.class, NewsHub.class)) {
            assertThat(application.container().select(HealthCheck.class, kind)).hasSize(1);
            assertThat(call(application, kind).getName()).isEqualTo("signalr");
        }
    }

    @Test
    void shouldBeLiveButNotReadyUntilTheEngineStarts() {
        try (TestApplication application = TestApplication.of(ChatHub.class, NewsHub.class)) {
            assertThat(status(application, Readiness.Literal.INSTANCE)).isEqualTo(Status.DOWN);
            assertThat(status(application, Liveness.Literal.INSTANCE)).isEqualTo(Status.UP);

            application.engine();

            assertThat(status(application, Readiness.Literal.INSTANCE)).isEqualTo(Status.UP);
            assertThat(status(application, Liveness.Literal.INSTANCE)).isEqualTo(Status.UP);
        }
    }

    @Test
    void shouldNotBeReadyAfterTheStop() {
        try (TestApplication application = TestApplication.of(ChatHub.class, NewsHub.class)) {
            application.engine().stop();

            assertThat(status(application, Readiness.Literal.INSTANCE)).isEqualTo(Status.DOWN);
            assertThat(status(application, Liveness.Literal.INSTANCE)).isEqualTo(Status.UP);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldTellHowManyConnectionsEachHubHasAndNothingElse(Annotation kind) {
        try (TestApplication application = TestApplication.of(ChatHub.class, NewsHub.class)) {
            application.connect(0);
            application.connect(0);

            assertThat(call(application, kind).getData())
                    .contains(Map.of("connections.ChatHub", 2L, "connections.NewsHub", 0L));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldCheckNothingInAnApplicationWithoutHubs(Annotation kind) {
        try (TestApplication application = TestApplication.of(Bystander.class)) {
            assertThat(application.container().select(HealthCheck.class, kind)).isEmpty();
        }
    }

    @Test
    void shouldLeaveTheChecksOfTheApplicationAlone() {
        try (TestApplication application = TestApplication.of(ChatHub.class, NewsHub.class, OwnCheck.class)) {
            assertThat(application.container().select(HealthCheck.class, Readiness.Literal.INSTANCE))
                    .extracting(check -> check.call().getName())
                    .containsExactlyInAnyOrder("signalr", "own");
        }
    }

    /** GlassFish 8 finds no others. */
    @Test
    void shouldBeMadeOfWhatIsAnnotated() {
        AnnotatedChecks found = new AnnotatedChecks();
        try (TestApplication application = TestApplication.of(List.of(found), ChatHub.class, NewsHub.class)) {
            assertThat(application.container().select(HealthCheck.class, Readiness.Literal.INSTANCE))
                    .hasSize(1);
            assertThat(found.kinds).containsExactlyInAnyOrder(Readiness.class, Liveness.class);
        }
    }

    private static Status status(TestApplication application, Annotation kind) {
        return call(application, kind).getStatus();
    }

    private static HealthCheckResponse call(TestApplication application, Annotation kind) {
        return application.container().select(HealthCheck.class, kind).get().call();
    }

    /** Collects checks by the annotations of what they were made of. */
    public static class AnnotatedChecks implements Extension {

        private final List<Class<? extends Annotation>> kinds = new ArrayList<>();

        void see(@Observes ProcessBean<?> event) {
            for (Annotation kind : HealthWeldTest.kinds()) {
                if (event.getBean().getTypes().contains(HealthCheck.class)
                        && event.getAnnotated().isAnnotationPresent(kind.annotationType())) {
                    kinds.add(kind.annotationType());
                }
            }
        }
    }

    /** The first. */
    @Hub("/chat")
    public static class ChatHub {}

    /** The second. */
    @Hub("/news")
    public static class NewsHub {}

    /** No hub. */
    @ApplicationScoped
    public static class Bystander {}

    /** The application's own. */
    @Readiness
    @ApplicationScoped
    public static class OwnCheck implements HealthCheck {

        @Override
        public HealthCheckResponse call() {
            return new HealthCheckResponse("own", Status.UP, Optional.empty());
        }
    }
}
