// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.Hub;
import ee.signalr.HubCallerContext;
import ee.signalr.HubContext;
import ee.signalr.TypedHubCallerClients;
import ee.signalr.TypedHubContext;
import ee.signalr.cdi.definition.BrokenHubs;
import ee.signalr.cdi.definition.BrokenHubs.Broken;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.spi.UserIdProvider;
import jakarta.annotation.security.DenyAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionErrorsWeldTest {

    @ParameterizedTest
    @MethodSource({"ee.signalr.cdi.definition.BrokenHubs#beans", "ee.signalr.cdi.definition.BrokenSecurity#beans"})
    void shouldFailTheDeploymentOfABeanThatBreaksARule(Broken broken) {
        shouldFail(broken.code() + ": " + broken.place(), broken.classes().toArray(Class<?>[]::new));
    }

    @ParameterizedTest
    @MethodSource("ee.signalr.cdi.definition.BrokenHubs#notBeans")
    void shouldFailTheDeploymentOfAClassThatIsNoBean(Broken broken) {
        shouldFail(broken.code() + ": " + broken.place(), broken.classes().toArray(Class<?>[]::new));
    }

    @Test
    void shouldFailTheDeploymentOfAContextOfAClassThatIsNoHub() {
        shouldFail(
                "SIGNALR-2117: " + LostClient.class.getName() + ".context: HubContext<java.lang.String>",
                LostClient.class,
                FineHub.class);
    }

    @Test
    void shouldFailTheDeploymentOfAProviderOfSuchAContextToo() {
        shouldFail("SIGNALR-2117: " + LostLater.class.getName() + ".contexts", LostLater.class);
    }

    @Test
    void shouldFailTheDeploymentOfClientsThatAnInterfaceDoesNotDescribe() {
        shouldFail(
                "SIGNALR-2140: " + BadClients.class.getName() + ".clients: " + BlockingClient.class.getName()
                        + " does not describe clients. Cannot generate proxy implementation for '"
                        + BlockingClient.class.getName() + ".ask'. All client proxy methods must return 'void' or"
                        + " 'CompletionStage<T>'.",
                BadClients.class);
        shouldFail("SIGNALR-2140: " + BadLater.class.getName() + ".later: java.lang.String does not", BadLater.class);
        shouldFail(
                "SIGNALR-2140: " + BadContext.class.getName() + ".context: " + BlockingClient.class.getName(),
                BadContext.class,
                FineHub.class);
    }

    @Test
    void shouldFailTheDeploymentOfATypedContextOfAClassThatIsNoHub() {
        shouldFail(
                "SIGNALR-2117: " + BadContext.class.getName() + ".lost: HubContext<java.lang.Integer>",
                BadContext.class);
    }

    @Test
    void shouldFailTheDeploymentOfTwoUserIdProviders() {
        shouldFail(
                "SIGNALR-2118: There is more than one UserIdProvider: " + IdsA.class.getName() + ", "
                        + IdsB.class.getName(),
                FineHub.class,
                IdsA.class,
                IdsB.class);
    }

    @Test
    void shouldFailTheDeploymentOfAGuardedHubThatCannotBeExtended() {
        shouldFail("SIGNALR-2172: " + PrivateHub.class.getName() + ": The constructor is private.", PrivateHub.class);
        shouldFail("SIGNALR-2172: " + PrivateInjected.class.getName(), PrivateInjected.class, FineHub.class);
    }

    @Test
    void shouldReportSeveralErrorsTogether() {
        assertThatThrownBy(() -> TestApplication.of(
                        BrokenHubs.Overloads.class,
                        BrokenHubs.PrivateCallback.class,
                        BrokenHubs.AnInterface.class,
                        BrokenHubs.NameA.class,
                        BrokenHubs.NameB.class,
                        LostClient.class,
                        IdsA.class,
                        IdsB.class))
                .satisfies(failure -> assertThat(texts(failure))
                        .contains("SIGNALR-2100")
                        .contains("SIGNALR-2101: " + BrokenHubs.Overloads.class.getName() + ".send(String, String)")
                        .contains("SIGNALR-2111: " + BrokenHubs.PrivateCallback.class.getName() + ".joined()")
                        .contains("SIGNALR-2103: " + BrokenHubs.PrivateCallback.class.getName())
                        .contains("SIGNALR-2114: " + BrokenHubs.AnInterface.class.getName())
                        .contains("SIGNALR-2104: " + BrokenHubs.NameB.class.getName())
                        .contains("SIGNALR-2117: " + LostClient.class.getName() + ".context")
                        .contains("SIGNALR-2118"));
    }

    private static void shouldFail(String text, Class<?>... classes) {
        assertThatThrownBy(() -> TestApplication.of(classes))
                .satisfies(failure -> assertThat(texts(failure)).contains(text));
    }

    /** Containers differ in how deep they hide what an extension has said. */
    private static String texts(Throwable failure) {
        StringBuilder texts = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            texts.append(each.getMessage()).append('\n');
            for (Throwable suppressed : each.getSuppressed()) {
                texts.append(suppressed.getMessage()).append('\n');
            }
        }
        return texts.toString();
    }

    @Hub("/fine")
    public static class FineHub {}

    @Hub("/private")
    @DenyAll
    public static class PrivateHub {

        private PrivateHub() {}

        public void send() {}
    }

    @Hub("/injected")
    @DenyAll
    public static class PrivateInjected {

        public PrivateInjected() {}

        @Inject
        @SuppressWarnings("unused")
        private PrivateInjected(Instance<FineHub> hubs) {}

        public void send() {}
    }

    /** Would park a thread. */
    public interface BlockingClient {
        String ask();
    }

    /** Is fine. */
    public interface FineClient {
        void send();
    }

    @Hub("/bad")
    public static class BadClients {

        @Inject
        TypedHubCallerClients<BlockingClient> clients;
    }

    @Dependent
    public static class BadLater {

        @Inject
        Instance<TypedHubCallerClients<String>> later;
    }

    @Dependent
    public static class BadContext {

        @Inject
        TypedHubContext<FineHub, BlockingClient> context;

        @Inject
        TypedHubContext<Integer, FineClient> lost;
    }

    @Dependent
    public static class LostClient {

        @Inject
        HubContext<String> context;
    }

    @Dependent
    public static class LostLater {

        @Inject
        Instance<HubContext<String>> contexts;
    }

    @ApplicationScoped
    public static class IdsA implements UserIdProvider {

        @Override
        public Optional<String> userId(HubCallerContext connection) {
            return Optional.empty();
        }
    }

    @Dependent
    public static class IdsB implements UserIdProvider {

        @Override
        public Optional<String> userId(HubCallerContext connection) {
            return Optional.empty();
        }
    }
}
