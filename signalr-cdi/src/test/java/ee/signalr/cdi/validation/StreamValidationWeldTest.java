// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.Hub;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import ee.signalr.cdi.validation.ConstrainedHub.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.hibernate.validator.cdi.ValidationExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints of hub methods that give or take streams. */
class StreamValidationWeldTest {

    private static final String REFUSED =
            "Failed to invoke '%s' due to an error on the server. HubException: Invalid arguments. %s";

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
        return Stream.of(OwnHub.class, SharedHub.class)
                .flatMap(hub ->
                        Stream.of(Arguments.of(hub, List.of()), Arguments.of(hub, List.of(new ValidationExtension()))));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void shouldCheckParametersBeforeAnythingStreams(Class<?> hub, List<Extension> extensions) {
        try (TestApplication application = TestApplication.of(extensions, hub, Journal.class)) {
            TestClient client = application.connect();
            Journal journal = application.get(Journal.class);

            for (String method : List.of("pulled", "later", "pushed")) {
                assertError(
                        client.stream(method, 0, Map.of("name", "", "age", 3)),
                        method,
                        "parameter 1: must be greater than or equal to 1; parameter 2.name: size must be between 1 and"
                                + " 20");
            }
            assertError(client.upload("u", "take", (Object) null), "take", "parameter 1: must not be null");
            assertThat(journal.entries()).isEmpty();

            assertThat(TestClient.await(client.stream("pulled", 1, Map.of("name", "Ann", "age", 3))))
                    .containsExactly("Ann");
            assertThat(TestClient.await(client.stream("later", 1, Map.of("name", "Ann", "age", 3))))
                    .containsExactly("Ann");
        }
    }

    @ParameterizedTest
    @MethodSource("applications")
    void shouldLeaveUploadsToTheMethod(Class<?> hub, List<Extension> extensions) {
        try (TestApplication application = TestApplication.of(extensions, hub, Journal.class)) {
            TestClient client = application.connect();

            CompletableFuture<Object> taken = client.upload("u", "take", "words");
            client.item("u", "a");
            client.item("u", "b");
            client.complete("u");

            assertThat(TestClient.await(taken)).isEqualTo("words [a, b]");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {CascadingHub.class, ItemsHub.class})
    void shouldRefuseToDeployConstraintsOfItemsThatClientsSend(Class<?> hub) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> TestApplication.of(hub, Journal.class).close())
                .withMessageContaining("SIGNALR-2163")
                .withMessageContaining("items of the stream that is parameter 2 of take cannot have constraints");
    }

    private static void assertError(CompletableFuture<?> call, String method, String violations) {
        assertThat(call)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageEndingWith(String.format(REFUSED, method, violations));
    }

    /** One for every call. */
    @Hub("/own")
    public static class OwnHub extends StreamingHub {}

    /** One for all. */
    @Hub("/shared")
    @ApplicationScoped
    public static class SharedHub extends StreamingHub {}

    /** Streams and takes streams. */
    public abstract static class StreamingHub {

        @Inject
        Journal journal;

        public Stream<String> pulled(@Min(1) int count, @Valid Person person) {
            journal.add("pulled");
            return Stream.of(person.name());
        }

        public CompletionStage<Stream<String>> later(@Min(1) int count, @Valid Person person) {
            journal.add("later");
            return CompletableFuture.completedFuture(Stream.of(person.name()));
        }

        public Flow.Publisher<String> pushed(@Min(1) int count, @Valid Person person) {
            journal.add("pushed");
            return subscriber -> journal.add("subscribed");
        }

        public String take(@NotNull String title, @NotNull Iterable<String> words) {
            journal.add("take");
            List<String> taken = new ArrayList<>();
            words.forEach(taken::add);
            return title + " " + taken;
        }
    }

    /** Would have to read what it takes. */
    @Hub("/cascading")
    public static class CascadingHub {

        public int take(String title, @Valid Iterable<Person> people) {
            return title.length();
        }
    }

    /** Would have to read what it takes. */
    @Hub("/items")
    public static class ItemsHub {

        public int take(String title, Iterable<@NotBlank String> words) {
            return title.length();
        }
    }
}
