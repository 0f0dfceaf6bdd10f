// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.ConnectionContext;
import ee.signalr.ConnectionHandler;
import ee.signalr.ConnectionScoped;
import ee.signalr.Hub;
import ee.signalr.MapConnectionHandler;
import ee.signalr.TransferFormat;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.security.SecurityRequirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What connection handlers say of themselves, and what they must keep to. */
class ConnectionHandlerDefinitionsTest {

    @Test
    void shouldReadWhatTheAnnotationSays() {
        Definitions definitions = HubDefinitions.define(
                List.of(), List.of(handler(Named.class, ConnectionScoped.class), handler(Plain.class)));

        assertThat(definitions.problems()).isEmpty();
        assertThat(definitions.isEmpty()).isFalse();
        assertThat(definitions.connectionHandlers())
                .containsExactly(
                        new ConnectionHandlerDefinition(
                                Named.class,
                                "bytes",
                                List.of("/a", "/b"),
                                TransferFormat.BINARY,
                                SecurityRequirement.NONE),
                        new ConnectionHandlerDefinition(
                                Plain.class, "Plain", List.of("/"), TransferFormat.TEXT, SecurityRequirement.NONE));
    }

    @Test
    void shouldReportScopesThatDoNotLiveAsLongAsAConnection() {
        assertThat(problems(handler(Plain.class, Dependent.class)))
                .containsExactly("SIGNALR-2182: " + Plain.class.getName() + ": Scope @Dependent is not possible."
                        + " A connection handler is @ApplicationScoped or @ConnectionScoped.");
    }

    @Test
    void shouldReportEverythingThatIsWrongAtOnce() {
        assertThat(problems(handler(Wrong.class)))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("SIGNALR-2181: " + Wrong.class.getName()),
                        problem -> assertThat(problem).startsWith("SIGNALR-2184: " + Wrong.class.getName()),
                        problem -> assertThat(problem).startsWith("SIGNALR-2183: " + Wrong.class.getName()));
        assertThat(problems(handler(BadPath.class)))
                .singleElement()
                .asString()
                .startsWith("SIGNALR-2105: " + BadPath.class.getName() + ": Path '/a/*'");
    }

    @Test
    void shouldReportClassesOfWhichNoBeanCanBeMade() {
        assertThat(problems(HubCandidate.noBean(new ReflectedType<>(Interface.class))))
                .containsExactly("SIGNALR-2180: " + Interface.class.getName()
                        + ": It is an interface. A connection handler is a concrete class of which CDI makes managed"
                        + " beans.");
        assertThat(problems(HubCandidate.sessionBean(new ReflectedType<>(Plain.class))))
                .singleElement()
                .asString()
                .startsWith("SIGNALR-2180");
    }

    @Test
    void shouldNotLetHubsAndHandlersShareANameOrPath() {
        HubCandidate hub = HubCandidate.managedBean(new ReflectedType<>(BytesHub.class), Dependent.class);

        Definitions definitions =
                HubDefinitions.define(List.of(hub), List.of(handler(Named.class), handler(NegotiateOfHub.class)));

        assertThat(definitions.problems())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        name -> assertThat(name)
                                .isEqualTo("SIGNALR-2104: " + Named.class.getName() + ": The name 'bytes' is taken by "
                                        + BytesHub.class.getName()
                                        + ". The name of a hub or connection handler is unique."),
                        path -> assertThat(path)
                                .startsWith("SIGNALR-2103: " + Named.class.getName() + ": Path '/b' is taken by "
                                        + BytesHub.class.getName()),
                        negotiate -> assertThat(negotiate)
                                .startsWith("SIGNALR-2103: " + NegotiateOfHub.class.getName()
                                        + ": Path '/b/negotiate' is taken by"),
                        negotiate -> assertThat(negotiate).startsWith("SIGNALR-2103"));
    }

    private static List<String> problems(HubCandidate... handlers) {
        return HubDefinitions.define(List.of(), Arrays.asList(handlers)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static HubCandidate handler(Class<?> type) {
        return handler(type, ApplicationScoped.class);
    }

    private static HubCandidate handler(Class<?> type, Class<? extends Annotation> scope) {
        return HubCandidate.managedBean(new ReflectedType<>(type), scope);
    }

    /** Takes and gives nothing. */
    static class Silent implements ConnectionHandler {

        @Override
        public CompletionStage<?> onReceived(ConnectionContext connection, byte[] bytes) {
            return DONE;
        }
    }

    /** All is said. */
    @MapConnectionHandler(
            value = {"/a", "/b"},
            name = "bytes",
            transferFormat = TransferFormat.BINARY)
    static class Named extends Silent {}

    /** As little as possible is said. */
    @MapConnectionHandler("/")
    static class Plain extends Silent {}

    /** Nothing is right. */
    @Hub("/hub")
    @MapConnectionHandler({})
    static class Wrong {}

    /** Cannot be served. */
    @MapConnectionHandler("/a/*")
    static class BadPath extends Silent {}

    /** Is no class. */
    @MapConnectionHandler("/i")
    interface Interface extends ConnectionHandler {}

    /** Is there first. */
    @Hub(value = "/b", name = "bytes")
    static class BytesHub {}

    /** Is where clients of the hub negotiate. */
    @MapConnectionHandler("/b/negotiate")
    static class NegotiateOfHub extends Silent {}
}
