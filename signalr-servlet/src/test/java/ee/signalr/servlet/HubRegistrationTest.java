// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionManager;
import ee.signalr.servlet.fakes.FakeHub;
import ee.signalr.servlet.fakes.RecordedLog;
import ee.signalr.servlet.http.HubService;
import ee.signalr.spi.TokenAuthenticator;
import jakarta.servlet.ServletException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class HubRegistrationTest {

    private final FakeServletContext context = new FakeServletContext();

    private static HubService service(Settings settings) {
        return new HubService() {
            @Override
            public ConnectionManager connections() {
                return new ConnectionManager(System::nanoTime);
            }

            @Override
            public Settings settings() {
                return settings;
            }

            @Override
            public Optional<TokenAuthenticator> authenticator() {
                return Optional.empty();
            }

            @Override
            public Set<String> roleNames() {
                return Set.of();
            }

            @Override
            public Executor callerContext() {
                return Runnable::run;
            }

            @Override
            public InstantSource time() {
                return InstantSource.system();
            }

            @Override
            public Executor background() {
                return Runnable::run;
            }

            @Override
            public void started() {
                throw new AssertionError("Only the container starts the servlet");
            }

            @Override
            public void stopped() {
                throw new AssertionError("Nothing has started");
            }
        };
    }

    private void register(FakeServletContext target, Settings settings, String... paths) throws ServletException {
        ConnectionEndpoint endpoint = new FakeHub().at(settings, paths);
        HubRegistration.register(target.servlet(), List.of(endpoint), service(settings));
    }

    @Test
    void shouldMapExactPathsOnly() throws ServletException {
        register(context, Settings.defaults(), "/a", "/b/C");

        assertThat(context.servlets())
                .containsExactlyInAnyOrder("async true", "load 1", "/a", "/a/negotiate", "/b/C", "/b/C/negotiate");
        assertThat(context.filters()).isEmpty();
    }

    @Test
    void shouldMapTheContextRoot() throws ServletException {
        register(context, Settings.defaults(), "/");

        assertThat(context.servlets()).contains("", "/negotiate").doesNotContain("/");
    }

    @Test
    void shouldNotRegisterTwice() throws ServletException {
        register(context, Settings.defaults(), "/a");
        register(context, Settings.defaults(), "/b");

        assertThat(context.servlets()).contains("/a").doesNotContain("/b");
    }

    @Test
    void shouldFailWhenAPathCannotBeServed() {
        assertThatThrownBy(() -> register(context, Settings.defaults(), "/a/*"))
                .isInstanceOf(ServletException.class)
                .hasMessageStartingWith("SIGNALR-3002")
                .hasMessageContaining("/a/*");
        assertThat(context.servlets()).isEmpty();
    }

    @Test
    void shouldFailWhenPathsDifferInCaseOnlyAndCaseDoesNotMatter() {
        Settings settings = Settings.defaults().with(Options.CASE_INSENSITIVE_PATHS, true);
        List<ConnectionEndpoint> endpoints =
                List.of(new FakeHub().at(settings, "/a"), new FakeHub().rawAt(settings, "/A"));

        assertThatThrownBy(() -> HubRegistration.register(context.servlet(), endpoints, service(settings)))
                .isInstanceOf(ServletException.class)
                .hasMessageStartingWith("SIGNALR-3002")
                .hasMessageContaining("SIGNALR-3021: '/A' of raw and '/a' of fake");
    }

    @Test
    void shouldTellWhereHubsAndConnectionHandlersAreServed() throws ServletException {
        try (RecordedLog log = RecordedLog.of(HubRegistration.class)) {
            HubRegistration.register(
                    context.servlet(),
                    List.of(
                            new FakeHub().at(Settings.defaults(), "/a"),
                            new FakeHub().rawAt(Settings.defaults(), "/b")),
                    service(Settings.defaults()));

            assertThat(log.messages())
                    .satisfiesExactly(
                            text -> assertThat(text).startsWith("INFO SIGNALR-3001: hub fake is served at"),
                            text -> assertThat(text)
                                    .startsWith("INFO SIGNALR-3020: connection handler raw is served at")
                                    .endsWith(
                                            "/b]; transports [WebSockets, ServerSentEvents, LongPolling], options []"));
        }
    }

    @Test
    void shouldFailWhenAPathBelongsToAnotherServlet() {
        FakeServletContext occupied = new FakeServletContext().taken("/a");

        assertThatThrownBy(() -> register(occupied, Settings.defaults(), "/a"))
                .isInstanceOf(ServletException.class)
                .hasMessage("SIGNALR-3003: another servlet is mapped to these hub paths: [/a]");
    }

    @Test
    void shouldFilterAllPathsBehindTheApplicationWhenCaseDoesNotMatter() throws ServletException {
        register(context, Settings.defaults().with(Options.CASE_INSENSITIVE_PATHS, true), "/a");

        assertThat(context.filters()).containsExactly("async true", "[REQUEST] after=true /*");
    }
}
