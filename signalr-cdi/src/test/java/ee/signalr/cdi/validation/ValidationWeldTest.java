// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.ConnectionScoped;
import ee.signalr.Hub;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.validation.ParameterNameProvider;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hibernate.validator.cdi.ValidationExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Constraints of hub methods, in every scope, with and without a server that checks all beans by itself. */
class ValidationWeldTest {

    private static final String REFUSED =
            "Failed to invoke '%s' due to an error on the server. HubException: Invalid" + " arguments. %s";
    private static final String INVALID =
            "An unexpected error occurred invoking '%s' on the server. HubException: Invalid" + " result. %s";

    private static final Locale OUTER = Locale.getDefault();

    @BeforeAll
    static void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterAll
    static void speakAsBefore() {
        Locale.setDefault(OUTER);
    }

    static Stream<Arguments> applications() {
        return Stream.of(OwnHub.class, RequestHub.class, ConnectionHub.class, SharedHub.class)
                .flatMap(hub ->
                        Stream.of(Arguments.of(hub, List.of()), Arguments.of(hub, List.of(new ValidationExtension()))));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void shouldCheckParametersAndResults(Class<?> hub, List<Extension> extensions) {
        try (TestApplication application = TestApplication.of(extensions, hub, Journal.class)) {
            TestClient client = application.connect();

            assertThat(client.call("register", person("Ann", 30))).isEqualTo("Ann");
            assertThat(client.call("add", 1, 9)).hasToString("10");
            assertThat(client.call("free", 0)).hasToString("0");
            assertThat(client.call("plain", "text")).isEqualTo("text");
            assertThat(client.call("echo", "abc")).isEqualTo("abc");
            assertThat(client.call("later", person("Ann", 30)))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("name", "Ann");

            assertRefused(
                    client,
                    "register",
                    "parameter 1.age: must be less than or equal to 150; parameter 1.name: size must be between 1 and 20",
                    person("", 151));
            assertRefused(client, "register", "parameter 1: must not be null", (Object) null);
            assertRefused(
                    client,
                    "add",
                    "parameter 2: must be greater than or equal to 1; parameter 3: must be less than or equal to 9",
                    0,
                    10);
            assertInvalid(client, "echo", "result: size must be between 0 and 3", "abcd");
            assertInvalid(client, "echo", "result: must not be null", (Object) null);
            assertInvalid(client, "later", "result: must not be null", (Object) null);
            assertInvalid(client, "later", "result.age: must be greater than or equal to 0", person("Ann", -1));
        }
    }

    @Test
    void shouldRunNothingOfAMethodThatIsNotCalledRight() {
        try (TestApplication application = TestApplication.of(OwnHub.class, Journal.class)) {
            TestClient client = application.connect();

            assertRefused(client, "Register", "parameter 1.age: must be greater than or equal to 0", person("Ann", -1));

            assertThat(application.get(Journal.class).entries()).isEmpty();
        }
    }

    @Test
    void shouldUseTheFactoryOfTheApplication() {
        try (TestApplication application = TestApplication.of(OwnHub.class, Journal.class, OwnFactory.class)) {
            TestClient client = application.connect();

            assertRefused(client, "add", "number 1: must be greater than or equal to 1", 0, 9);
        }
    }

    @Test
    void shouldNotNameAllOfManyViolations() {
        try (TestApplication application = TestApplication.of(OwnHub.class, Journal.class)) {
            TestClient client = application.connect();

            assertThat(client.invoke("count", Collections.nCopies(13, " ")))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withMessageContaining("Invalid arguments. parameter 1[0].<list element>: must not be blank; ")
                    .withMessageEndingWith("; and 3 more");
        }
    }

    @Test
    void shouldRefuseToDeployConstraintsThatCannotBe() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(
                        () -> TestApplication.of(AbsurdHub.class, Journal.class).close())
                .withMessageContaining("SIGNALR-2163")
                .withMessageContaining(AbsurdHub.class.getName());
    }

    private static Map<String, Object> person(String name, int age) {
        return Map.of("name", name, "age", age);
    }

    private static void assertRefused(TestClient client, String method, String violations, Object... arguments) {
        assertError(client, method, String.format(REFUSED, method.toLowerCase(Locale.ROOT), violations), arguments);
    }

    private static void assertInvalid(TestClient client, String method, String violations, Object... arguments) {
        assertError(client, method, String.format(INVALID, method, violations), arguments);
    }

    private static void assertError(TestClient client, String method, String error, Object... arguments) {
        assertThat(client.invoke(method, arguments))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageEndingWith(error);
    }

    /** One for every call. */
    @Hub("/own")
    public static class OwnHub extends ConstrainedHub {}

    /** One for every request. */
    @Hub("/request")
    @RequestScoped
    public static class RequestHub extends ConstrainedHub {}

    /** One for every connection. */
    @Hub("/connection")
    @ConnectionScoped
    public static class ConnectionHub extends ConstrainedHub {}

    /** One for all. */
    @Hub("/shared")
    @ApplicationScoped
    public static class SharedHub extends ConstrainedHub {}

    /** Calls parameters by names of its own. */
    @ApplicationScoped
    public static class OwnFactory {

        @Produces
        @ApplicationScoped
        ValidatorFactory factory() {
            return Validation.byDefaultProvider()
                    .configure()
                    .parameterNameProvider(new Numbered())
                    .buildValidatorFactory();
        }

        void close(@Disposes ValidatorFactory factory) {
            factory.close();
        }
    }

    /** Numbers parameters from 0. */
    public static class Numbered implements ParameterNameProvider {

        @Override
        public List<String> getParameterNames(Constructor<?> constructor) {
            return numbers(constructor);
        }

        @Override
        public List<String> getParameterNames(Method method) {
            return numbers(method);
        }

        private static List<String> numbers(Executable executable) {
            return IntStream.range(0, executable.getParameterCount())
                    .mapToObj(index -> "number " + index)
                    .toList();
        }
    }

    /** Breaks a rule of Jakarta Validation: what overrides must not demand more. */
    @Hub("/absurd")
    public static class AbsurdHub extends ConstrainedHub {

        @Override
        public String plain(@Size(max = 1) String text) {
            return Objects.requireNonNull(text);
        }
    }
}
