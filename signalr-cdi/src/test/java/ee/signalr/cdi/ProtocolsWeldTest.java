// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.Hub;
import ee.signalr.SignalRConfiguration;
import ee.signalr.TransferFormat;
import ee.signalr.cdi.test.Journal;
import ee.signalr.cdi.test.TestApplication;
import ee.signalr.cdi.test.TestClient;
import ee.signalr.core.protocol.HubMessage;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.MessageFormat;
import ee.signalr.core.protocol.RawValue;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hub protocols that an application has as beans. */
class ProtocolsWeldTest {

    @Test
    void shouldTalkToClientsInTheApplicationsOwnProtocol() {
        try (TestApplication application = TestApplication.of(GreetHub.class, Loud.class, Journal.class)) {
            assertThat(application.engine().endpoints().get(0).protocols()).containsExactly("json", "loud");

            try (TestClient client = application.connect("loud")) {
                assertThat(client.call("greet", "you")).isEqualTo("HELLO YOU");
            }
            try (TestClient client = application.connect("json")) {
                assertThat(client.call("greet", "you")).isEqualTo("Hello you");
            }
        }
    }

    @Test
    void shouldLetTheApplicationReplaceTheBuiltInProtocol() {
        try (TestApplication application = TestApplication.of(GreetHub.class, LoudJson.class, Journal.class);
                TestClient client = application.connect("json")) {
            assertThat(client.call("greet", "you")).isEqualTo("HELLO YOU");
        }
    }

    @Test
    void shouldDestroyADependentProtocolAfterTheEngine() {
        List<String> entries;
        try (TestApplication application = TestApplication.of(GreetHub.class, LoudJson.class, Journal.class)) {
            application.engine();
            entries = application.get(Journal.class).live();
            assertThat(entries).isEmpty();
        }
        assertThat(entries).containsExactly("protocol destroyed");
    }

    @Test
    void shouldSpeakOnlyWhatTheHubSupports() {
        try (TestApplication application =
                TestApplication.of(GreetHub.class, Loud.class, OnlyLoud.class, Journal.class)) {
            assertThat(application.engine().endpoints().get(0).protocols()).containsExactly("loud");
        }
    }

    @Test
    void shouldFailTheDeploymentOfTwoProtocolsWithOneName() {
        shouldFail("SIGNALR-2150: There is more than one hub protocol with the name 'loud'", Loud.class, Louder.class);
    }

    @Test
    void shouldFailTheDeploymentOfAProtocolWhoseScopeIsNotAlwaysActive() {
        shouldFail("SIGNALR-2151: " + Fleeting.class.getName() + ": Scope @RequestScoped", Fleeting.class);
    }

    @Test
    void shouldFailTheDeploymentOfAProtocolThatCannotBeMade() {
        shouldFail("SIGNALR-2152: " + Broken.class.getName(), Broken.class);
    }

    private static void shouldFail(String text, Class<?>... protocols) {
        Class<?>[] classes = new Class<?>[protocols.length + 2];
        System.arraycopy(protocols, 0, classes, 0, protocols.length);
        classes[protocols.length] = GreetHub.class;
        classes[protocols.length + 1] = Journal.class;
        assertThatThrownBy(() -> TestApplication.of(classes))
                .satisfies(failure -> assertThat(texts(failure)).contains(text));
    }

    private static String texts(Throwable failure) {
        StringBuilder texts = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            texts.append(each.getMessage()).append('\n');
        }
        return texts.toString();
    }

    /** Greets. */
    @Hub("/greet")
    @Dependent
    public static class GreetHub {

        public String greet(String name) {
            return "Hello " + name;
        }
    }

    /** Lets hubs speak one protocol only. */
    @ApplicationScoped
    public static class OnlyLoud {

        void configure(@Observes SignalRConfiguration configuration) {
            configuration.hub(GreetHub.class).supportedProtocols(Set.of("LOUD"));
        }
    }

    /** JSON in capitals. */
    @ApplicationScoped
    public static class Loud implements HubProtocol {

        private final HubProtocol json = new JsonHubProtocol(JsonbBuilder.create());

        @Override
        public String name() {
            return "loud";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public TransferFormat transferFormat() {
            return TransferFormat.TEXT;
        }

        @Override
        public MessageFormat messageFormat() {
            return json.messageFormat();
        }

        @Override
        public HubMessage parse(byte[] bytes, int start, int end) {
            return json.parse(bytes, start, end);
        }

        @Override
        public Object bind(RawValue value, Type type) {
            return json.bind(value, type);
        }

        @Override
        public byte[] write(HubMessage message) {
            byte[] written = json.write(message);
            for (int i = 0; i < written.length; i++) {
                // Behind the name of the member, so that members keep their names.
                if (i > 0 && written[i] >= 'a' && written[i] <= 'z' && inValue(written, i)) {
                    written[i] -= 'a' - 'A';
                }
            }
            return written;
        }

        private static boolean inValue(byte[] json, int at) {
            for (int i = at; i > 0; i--) {
                if (json[i] == '"') {
                    return json[i - 1] == ':';
                }
            }
            return false;
        }
    }

    /** Another protocol of the same name. */
    @ApplicationScoped
    public static class Louder extends Loud {

        @Override
        public String name() {
            return "LOUD";
        }
    }

    /** Instead of the built-in one. */
    @Dependent
    public static class LoudJson extends Loud {

        @Inject
        private Journal journal;

        @Override
        public String name() {
            return "json";
        }

        @PreDestroy
        void destroyed() {
            journal.add("protocol destroyed");
        }
    }

    /** There is no request on the threads that read and write. */
    @RequestScoped
    public static class Fleeting extends Loud {}

    /** Cannot be made. */
    @ApplicationScoped
    public static class Broken extends Loud {

        /** Fails. */
        public Broken() {
            if (getClass() == Broken.class) {
                throw new IllegalStateException("on purpose");
            }
        }
    }
}
