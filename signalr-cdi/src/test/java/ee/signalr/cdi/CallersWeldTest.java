// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.Hub;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.core.security.TokenAuthenticatorFactory;
import ee.signalr.spi.AuthenticatedCaller;
import ee.signalr.spi.TokenAuthenticator;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application has to find out who its callers are. */
class CallersWeldTest {

    @TempDir
    Path library;

    @ParameterizedTest
    @ValueSource(classes = {Shared.class, One.class, Own.class, Qualified.class})
    void shouldAskTheApplicationsOwnAuthenticator(Class<?> bean) {
        try (TestApplication application = TestApplication.of(GuardedHub.class, bean, Journal.class)) {
            assertThat(names(application, "sesame")).containsExactly(bean.getSimpleName());
            assertThat(names(application, "other")).isEmpty();
        }
    }

    @Test
    void shouldDoWithoutAny() {
        try (TestApplication application = TestApplication.of(GuardedHub.class)) {
            assertThat(application.engine().authenticator()).isEmpty();
        }
    }

    @Test
    void shouldDestroyADependentAuthenticatorAtTheEnd() {
        List<String> entries;
        try (TestApplication application = TestApplication.of(GuardedHub.class, Own.class, Journal.class)) {
            application.engine();
            entries = application.get(Journal.class).live();
            assertThat(entries).isEmpty();
        }
        assertThat(entries).containsExactly("destroyed");
    }

    @Test
    void shouldLetAlternativesDecide() {
        try (TestApplication application = TestApplication.of(GuardedHub.class, Shared.class, Chosen.class)) {
            assertThat(names(application, "sesame")).containsExactly("Chosen");
        }
    }

    @Test
    void shouldFailTheDeploymentOfTwoAuthenticators() {
        assertFails(
                "SIGNALR-2174: There is more than one TokenAuthenticator: " + One.class.getName() + ", "
                        + Shared.class.getName(),
                GuardedHub.class,
                Shared.class,
                One.class);
        assertFails("SIGNALR-2174", GuardedHub.class, Shared.class, Qualified.class);
        assertFails("SIGNALR-2174", GuardedHub.class, Chosen.class, Rival.class);
    }

    @Test
    void shouldFailTheDeploymentOfAnAuthenticatorThatCannotBeMade() {
        assertFails("SIGNALR-2175: A TokenAuthenticator could not be made", GuardedHub.class, Failing.class);
    }

    @Test
    void shouldTakeThatOfALibraryWhereTheApplicationHasNone() {
        withLibrary(Library.class.getName(), () -> {
            try (TestApplication application = TestApplication.of(GuardedHub.class)) {
                assertThat(names(application, "sesame")).containsExactly("library");
            }
            try (TestApplication application = TestApplication.of(GuardedHub.class, Shared.class)) {
                assertThat(names(application, "sesame")).containsExactly("Shared");
            }
        });
    }

    @Test
    void shouldFailTheDeploymentWithALibraryThatCannotBeLoaded() {
        withLibrary(
                "com.example.Missing",
                () -> assertFails("SIGNALR-2175: A TokenAuthenticator could not be made", GuardedHub.class));
    }

    @Test
    void shouldAskTheContainerForEveryRoleThatIsNamed() {
        try (TestApplication application = TestApplication.of(GuardedHub.class)) {
            assertThat(application.engine().roleNames()).containsExactlyInAnyOrder("user", "moderator", "owner");
            assertThat(application.engine().endpoints())
                    .singleElement()
                    .satisfies(endpoint ->
                            assertThat(endpoint.requirement().roles()).containsExactly("user"));
        }
    }

    private static List<String> names(TestApplication application, String token) {
        return application.engine().authenticator().orElseThrow().authenticate(token).stream()
                .map(caller -> caller.principal().getName())
                .toList();
    }

    private static void assertFails(String text, Class<?>... classes) {
        assertThatThrownBy(() -> TestApplication.of(classes)).hasStackTraceContaining(text);
    }

    /** Runs something where the class loader sees a library with a factory of that name. */
    private void withLibrary(String factory, Runnable action) {
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {library.toUri().toURL()}, outer)) {
            Path services = Files.createDirectories(library.resolve("META-INF/services"));
            Files.writeString(services.resolve(TokenAuthenticatorFactory.class.getName()), factory);
            thread.setContextClassLoader(loader);
            action.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            thread.setContextClassLoader(outer);
        }
    }

    private static Optional<AuthenticatedCaller> caller(String token, String name) {
        return Optional.of(token)
                .filter("sesame"::equals)
                .map(any -> new AuthenticatedCaller(() -> name, Set.of(), Optional.empty()));
    }

    @Hub("/guarded")
    @RolesAllowed("user")
    @DeclareRoles("owner")
    public static class GuardedHub {

        @RolesAllowed({"moderator", "**"})
        public void clear() {}
    }

    /** Knows one token, which stands for its own name. */
    public abstract static class Sesame implements TokenAuthenticator {

        @Override
        public Optional<AuthenticatedCaller> authenticate(String token) {
            return caller(token, getClass().getSimpleName());
        }
    }

    @ApplicationScoped
    public static class Shared extends Sesame {}

    @Singleton
    public static class One extends Sesame {}

    @Dependent
    public static class Own extends Sesame {

        @Inject
        Journal journal;

        @PreDestroy
        void end() {
            journal.add("destroyed");
        }
    }

    @ApplicationScoped
    @Named("tokens")
    public static class Qualified extends Sesame {}

    @ApplicationScoped
    @Alternative
    @Priority(1)
    public static class Chosen extends Sesame {}

    @ApplicationScoped
    @Alternative
    @Priority(1)
    public static class Rival extends Chosen {}

    @Dependent
    public static class Failing implements TokenAuthenticator {

        public Failing() {
            throw new IllegalStateException("no keys");
        }

        @Override
        public Optional<AuthenticatedCaller> authenticate(String token) {
            return Optional.empty();
        }
    }

    /** Is found by its name in a file. */
    public static class Library implements TokenAuthenticatorFactory {

        @Override
        public Optional<TokenAuthenticator> create(Function<String, Optional<String>> configuration) {
            return Optional.of(token -> caller(token, "library"));
        }
    }
}
