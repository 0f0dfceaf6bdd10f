// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.Hub;
import ee.signalr.MapConnectionHandler;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.connection.Admission.Outcome;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.servlet.fakes.RecordedLog;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two chances to start, and the end. */
class SignalRInitializerTest {

    private final FakeServletContext context = new FakeServletContext();
    private final SignalREngine engine = TestEngine.at("/chat");
    private final SignalRContextListener listener = new SignalRContextListener();

    @AfterEach
    void stop() {
        engine.stop();
        FakeCdi.absent();
    }

    private void initialize() throws ServletException {
        new SignalRInitializer().onStartup(null, context.servlet());
    }

    private ServletContextEvent event() {
        return new ServletContextEvent(context.servlet());
    }

    @Test
    void shouldBeFoundByContainers() {
        assertThat(ServiceLoader.load(ServletContainerInitializer.class))
                .hasExactlyElementsOfTypes(SignalRInitializer.class);
        assertThat(SignalRInitializer.class.getAnnotation(HandlesTypes.class).value())
                .containsExactly(Hub.class, MapConnectionHandler.class);
    }

    @Test
    void shouldStartTheHubsWhenCdiIsThere() throws ServletException {
        FakeCdi.with(engine);

        initialize();

        assertThat(context.servlets()).contains("/chat", "/chat/negotiate");
        assertThat(engine.endpoints()).hasSize(1);
    }

    /** Only then does Tyrus take endpoints; and an annotated one is not told where the web.xml is metadata-complete. */
    @Test
    void shouldAddTheListenerItself() throws ServletException {
        FakeCdi.with(engine);

        initialize();

        assertThat(context.listeners()).hasExactlyElementsOfTypes(SignalRContextListener.class);
        assertThat(SignalRContextListener.class.getAnnotations()).isEmpty();
    }

    @Test
    void shouldDoNothingWithoutCdi() throws ServletException {
        FakeCdi.absent();

        initialize();
        listener.contextInitialized(event());

        assertThat(context.servlets()).containsExactly("async true");
        assertThat(context.filters()).containsExactly("async true");
    }

    @Test
    void shouldWarnWhenHubClassesAreNoBeans() throws ServletException {
        FakeCdi.withoutEngine();
        try (RecordedLog log = RecordedLog.of(SignalRContextListener.class)) {
            new SignalRInitializer().onStartup(Set.of(String.class), context.servlet());
            listener.contextInitialized(event());

            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING SIGNALR-3040: ")
                    .contains("java.lang.String", "beans.xml");
        }
    }

    @Test
    void shouldNotWarnWhenHubsAreServed() throws ServletException {
        FakeCdi.with(engine);
        try (RecordedLog log = RecordedLog.of(SignalRContextListener.class)) {
            new SignalRInitializer().onStartup(Set.of(String.class), context.servlet());
            listener.contextInitialized(event());

            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void shouldDoNothingWithoutHubs() throws ServletException {
        FakeCdi.withoutEngine();

        initialize();
        listener.contextInitialized(event());

        assertThat(context.servlets()).containsExactly("async true");
        assertThatCode(() -> listener.contextDestroyed(event())).doesNotThrowAnyException();
    }

    @Test
    void shouldStartAtTheSecondChanceWhenCdiComesLate() throws ServletException {
        FakeCdi.absent();
        initialize();
        FakeCdi.with(engine);
        context.restrict();

        listener.contextInitialized(event());

        assertThat(context.servlets()).containsExactlyInAnyOrder("async true", "load 1", "/chat", "/chat/negotiate");
    }

    @Test
    void shouldFilterAtTheSecondChanceToo() throws ServletException {
        FakeCdi.absent();
        FakeServletContext configured = new FakeServletContext(Map.of("signalr.case-insensitive-paths", "true"));
        new SignalRInitializer().onStartup(null, configured.servlet());
        FakeCdi.with(engine);
        configured.restrict();

        listener.contextInitialized(new ServletContextEvent(configured.servlet()));

        assertThat(configured.filters()).containsExactly("async true", "[REQUEST] after=true /*");
    }

    @Test
    void shouldStartOnce() throws ServletException {
        FakeCdi.with(engine);
        initialize();
        int registered = context.servlets().size();

        listener.contextInitialized(event());

        assertThat(context.servlets()).hasSize(registered);
    }

    @Test
    void shouldStopWithTheContext() throws ServletException {
        FakeCdi.with(engine);
        initialize();

        listener.contextDestroyed(event());
        listener.contextDestroyed(event());

        assertThat(engine.connections()
                        .create(
                                engine.endpoints().get(0),
                                ConnectionKind.FOUND_BY_TOKEN,
                                Applicant.anonymous("127.0.0.1"))
                        .outcome())
                .isNotEqualTo(Outcome.ADMITTED);
    }

    @Test
    void shouldFailTheDeploymentWhenOptionsAreWrong() {
        FakeCdi.with(engine);
        FakeServletContext misconfigured =
                new FakeServletContext(Map.of("signalr.maximum-threads", "none", "signalr.typo", "1"));

        assertThatThrownBy(() -> new SignalRInitializer().onStartup(null, misconfigured.servlet()))
                .isInstanceOf(ServletException.class)
                .hasMessageStartingWith("SIGNALR-3005")
                .hasMessageContainingAll("signalr.maximum-threads", "signalr.typo");
        assertThat(misconfigured.servlets()).isEmpty();
    }

    @Test
    void shouldFailTheDeploymentAtTheSecondChanceToo() {
        SignalREngine unservable = TestEngine.at("/chat/");
        FakeCdi.with(unservable);

        assertThatThrownBy(() -> listener.contextInitialized(event()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("SIGNALR-3002");
    }

    @Test
    void shouldFailAgainWhenTheServerOnlyLogsTheFirstFailure() {
        FakeCdi.with(TestEngine.at("/chat/"));
        assertThatThrownBy(this::initialize).isInstanceOf(ServletException.class);

        assertThatThrownBy(() -> listener.contextInitialized(event())).hasMessageStartingWith("SIGNALR-3002");
        assertThatCode(() -> listener.contextDestroyed(event())).doesNotThrowAnyException();
    }

    @Test
    void shouldStopTheEngineWhenTheDeploymentFails() {
        SignalREngine unservable = TestEngine.at("/chat/");
        FakeCdi.with(unservable);

        assertThatThrownBy(this::initialize).isInstanceOf(ServletException.class);

        assertThat(unservable
                        .connections()
                        .create(
                                unservable.endpoints().get(0),
                                ConnectionKind.FOUND_BY_TOKEN,
                                Applicant.anonymous("127.0.0.1"))
                        .outcome())
                .isNotEqualTo(Outcome.ADMITTED);
    }

    @Test
    void shouldTellWhatIsServed() throws ServletException {
        FakeCdi.with(engine);
        FakeServletContext configured =
                new FakeServletContext(Map.of("signalr.hub.chat.transports", "LongPolling,WebSockets"));

        try (RecordedLog log = RecordedLog.of(HubRegistration.class)) {
            new SignalRInitializer().onStartup(null, configured.servlet());

            assertThat(log.messages()).hasSize(1);
            assertThat(log.messages().get(0))
                    .startsWith("INFO SIGNALR-3001: hub chat is served at [/app/chat]; "
                            + "transports [WebSockets, LongPolling], protocols [json], options [transports=");
        }
    }

    @Test
    void shouldTellPathsWithOneSlashWhereTheServerGivesOneForTheRoot() throws ServletException {
        FakeCdi.with(engine);

        try (RecordedLog log = RecordedLog.of(HubRegistration.class)) {
            new SignalRInitializer()
                    .onStartup(null, new FakeServletContext().at("/").servlet());

            assertThat(log.messages().get(0)).startsWith("INFO SIGNALR-3001: hub chat is served at [/chat]; ");
        }
    }
}
