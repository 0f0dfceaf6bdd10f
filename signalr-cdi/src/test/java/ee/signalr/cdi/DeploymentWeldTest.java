// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.HubContext;
import ee.signalr.HubIgnore;
import ee.signalr.OnDisconnected;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.LogRecords;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import ee.signalr.core.SignalREngine;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.spi.UserIdProvider;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentWeldTest {

    @Test
    void shouldHaveNoEngineWhereThereAreNoHubs() {
        try (TestApplication application = TestApplication.of(Journal.class, Outsider.class)) {
            assertThat(application.container().select(SignalREngine.class).isUnsatisfied())
                    .isTrue();
            assertThatIllegalStateException()
                    .isThrownBy(() -> application.get(Outsider.class).connectionId())
                    .withMessageStartingWith("SIGNALR-2001");
        }
    }

    @Test
    void shouldHaveOneEngineWhereThereAreHubs() {
        try (TestApplication application = TestApplication.of(ChatHub.class, Journal.class)) {
            SignalREngine engine = application.get(SignalREngine.class);

            assertThat(engine).isSameAs(application.get(SignalREngine.class));
            assertThat(engine.hubs()).extracting(HubDefinition::hubClass).isEqualTo(List.of(ChatHub.class));
        }
    }

    @Test
    void shouldLeaveOutHubsThatTheApplicationDoesNotWant() {
        try (TestApplication application =
                TestApplication.of(ChatHub.class, VetoedHub.class, DisabledHub.class, Journal.class)) {
            assertThat(application.get(SignalREngine.class).hubs())
                    .extracting(HubDefinition::hubClass)
                    .isEqualTo(List.of(ChatHub.class));
        }
    }

    @Test
    void shouldSeeAnnotationsThatOtherExtensionsAdd() {
        try (TestApplication application = TestApplication.of(List.of(new Hiding()), ChatHub.class, Journal.class)) {
            TestClient client = application.connect();

            assertThat(client.invoke("echo", "text")).failsWithin(Duration.ofSeconds(10));
            assertThat(client.call("userId")).isEqualTo("");
        }
    }

    @Test
    void shouldAskTheProviderOfTheApplicationForUserIds() {
        try (TestApplication application =
                TestApplication.of(ChatHub.class, Ids.class, BetterIds.class, Journal.class)) {
            TestClient client = application.connect();

            assertThat(client.call("userId")).isEqualTo("better " + client.id());
        }
    }

    @Test
    void shouldWriteJsonAsTheApplicationSaysAndDefaultsOtherwise() {
        try (TestApplication plain = TestApplication.of(ChatHub.class, Journal.class);
                TestApplication dashed = TestApplication.of(ChatHub.class, Json.class, Journal.class)) {
            assertThat(plain.connect().call("person")).isEqualTo(person("firstName"));
            assertThat(dashed.connect().call("person")).isEqualTo(person("first-name"));
        }
    }

    private static Map<String, Object> person(String key) {
        Map<String, Object> person = new HashMap<>();
        person.put(key, "Ann");
        person.put("town", null);
        return person;
    }

    @Test
    void shouldFailTheDeploymentOfTwoJsonConfigurations() {
        assertThatThrownBy(() -> TestApplication.of(ChatHub.class, Json.class, MoreJson.class, Journal.class))
                .hasStackTraceContaining("SIGNALR-2122: There is more than one bean of type JsonbConfig");
    }

    @Test
    void shouldDoWithoutJsonBindingWhenItCannotBeMadeAndSaySo() {
        try (LogRecords log = new LogRecords("ee.signalr.cdi");
                TestApplication application = TestApplication.of(ChatHub.class, UnusableJson.class, Journal.class)) {
            assertThat(application.connect().call("echo", "text")).isEqualTo("text");
            assertThat(log.messages()).singleElement().asString().startsWith("SIGNALR-2007");
        }
    }

    @Test
    void shouldFailTheDeploymentOfTwoAlternativeUserIdProviders() {
        assertThatThrownBy(
                        () -> TestApplication.of(ChatHub.class, BetterIds.class, EquallyGoodIds.class, Journal.class))
                .hasStackTraceContaining("SIGNALR-2118: There is more than one UserIdProvider: "
                        + BetterIds.class.getName() + ", " + EquallyGoodIds.class.getName());
    }

    @Test
    void shouldStopTheEngineWithTheApplication() {
        List<String> entries;
        SignalREngine engine;
        try (TestApplication application = TestApplication.of(ChatHub.class, DependentIds.class, Journal.class)) {
            entries = application.get(Journal.class).live();
            engine = application.engine();
            application.connect().call("userId");
        }

        assertThat(entries).containsExactly("left", "ids destroyed");
        assertThat(engine.connections().size()).isZero();
    }

    @Test
    void shouldLetAnyBeanTalkToTheClientsOfAHub() {
        try (TestApplication application = TestApplication.of(ChatHub.class, Announcer.class, Journal.class)) {
            TestClient client = application.connect();
            client.call("userId");

            application.get(Announcer.class).announce("news");

            assertThat(client.awaitReceived("announced")).containsExactly("news");
        }
    }

    @Test
    void shouldServeTwoApplicationsThatDoNotSeeEachOther() {
        try (TestApplication one = TestApplication.of(ChatHub.class, Announcer.class, Journal.class);
                TestApplication two = TestApplication.of(ChatHub.class, Announcer.class, Journal.class)) {
            TestClient ann = one.connect();
            TestClient bob = two.connect();
            ann.call("userId");
            bob.call("userId");

            one.get(Announcer.class).announce("news");

            assertThat(ann.awaitReceived("announced")).containsExactly("news");
            assertThat(bob.received("announced")).isEmpty();
        }
    }

    /** Someone with two names. */
    public static class Person {

        private final String firstName = "Ann";
        private final String town = null;

        public String getFirstName() {
            return firstName;
        }

        public String getTown() {
            return town;
        }
    }

    /** The hub of these tests. */
    @Hub("/chat")
    public static class ChatHub {

        @Inject
        HubCallerContext context;

        @Inject
        Journal journal;

        public String userId() {
            return context.userIdentifier().orElse("");
        }

        public Person person() {
            return new Person();
        }

        public String echo(String text) {
            return text;
        }

        @OnDisconnected
        void left() {
            journal.add("left");
        }
    }

    /** Not wanted. */
    @Hub("/vetoed")
    @Vetoed
    public static class VetoedHub {}

    /** Not selected. */
    @Hub("/chat")
    @Alternative
    public static class DisabledHub {}

    /** No hub. */
    @ApplicationScoped
    public static class Outsider {

        @Inject
        HubCallerContext context;

        public String connectionId() {
            return context.connectionId();
        }
    }

    /** Talks to clients from outside. */
    @ApplicationScoped
    public static class Announcer {

        @Inject
        HubContext<ChatHub> hub;

        public void announce(String news) {
            hub.clients().all().send("announced", news);
        }
    }

    /** Hides a method. */
    public static class Hiding implements Extension {

        void hide(@Observes ProcessAnnotatedType<ChatHub> event) {
            event.configureAnnotatedType()
                    .filterMethods(method -> method.getJavaMember().getName().equals("echo"))
                    .forEach(method -> method.add(new Ignored()));
        }
    }

    /** An instance of the annotation. */
    @SuppressWarnings("ClassExplicitlyAnnotation")
    public static class Ignored implements HubIgnore {

        @Override
        public Class<HubIgnore> annotationType() {
            return HubIgnore.class;
        }
    }

    /** The usual ids. */
    @ApplicationScoped
    public static class Ids implements UserIdProvider {

        @Override
        public Optional<String> userId(HubCallerContext connection) {
            return Optional.of("usual");
        }
    }

    /** Goes before the usual ids. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class BetterIds implements UserIdProvider {

        @Override
        public Optional<String> userId(HubCallerContext connection) {
            return Optional.of("better " + connection.connectionId());
        }
    }

    /** Neither goes before the other. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    public static class EquallyGoodIds implements UserIdProvider {

        @Override
        public Optional<String> userId(HubCallerContext connection) {
            return Optional.of("as good");
        }
    }

    /** Lives as long as the engine. */
    @Dependent
    public static class DependentIds implements UserIdProvider {

        @Inject
        Journal journal;

        @Override
        public Optional<String> userId(HubCallerContext connection) {
            return Optional.empty();
        }

        @PreDestroy
        void destroyed() {
            journal.add("ids destroyed");
        }
    }

    /** Names with dashes. */
    @Dependent
    public static class Json {

        @Produces
        JsonbConfig config() {
            return new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_DASHES);
        }
    }

    /** One too many. */
    @Dependent
    public static class MoreJson {

        @Produces
        JsonbConfig config() {
            return new JsonbConfig();
        }
    }

    /** Names of which nobody has heard. */
    @Dependent
    public static class UnusableJson {

        @Produces
        JsonbConfig config() {
            return new JsonbConfig().setProperty(JsonbConfig.PROPERTY_NAMING_STRATEGY, "as you like it");
        }
    }
}
