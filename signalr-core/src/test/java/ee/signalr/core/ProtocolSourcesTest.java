// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ee.signalr.TransferFormat;
import ee.signalr.core.EngineDefinition.Hooks;
import ee.signalr.core.config.CodeSettings;
import ee.signalr.core.config.ConfigurationException;
import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.config.MapConfiguration;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.protocol.HubProtocol;
import ee.signalr.core.protocol.HubProtocolFactory;
import ee.signalr.core.protocol.HubProtocols;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import ee.signalr.core.security.CallerSources;
import ee.signalr.core.test.CountingProtocol;
import ee.signalr.core.test.HubDefinitions;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.TestActivator;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.test.ThirdProtocol;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which protocols an application speaks, and that a third one is spoken once its jar is there. */
@Timeout(60)
class ProtocolSourcesTest {

    private final JsonbHolder jsonb = new JsonbHolder(JsonbDefaults.config());

    @TempDir
    private Path jar;

    private URLClassLoader loader = new URLClassLoader(new URL[0]);

    @BeforeEach
    void open() throws IOException {
        loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
        jsonb.close();
    }

    @Test
    void shouldSpeakJsonWithoutLibraries() {
        ProtocolSources sources = new ProtocolSources(jsonb, ProtocolSources.found(loader), List.of());

        assertThat(sources.names()).containsExactly("json");
        assertThat(sources.ambiguities()).isEmpty();
        assertThat(sources.open(Settings.defaults()).all()).hasOnlyElementsOfType(JsonHubProtocol.class);
    }

    @Test
    void shouldTalkToClientsInTheProtocolOfALibrary() throws IOException {
        provide(ThirdProtocol.class.getName());
        SignalREngine engine = engine(new ProtocolSources(jsonb, ProtocolSources.found(loader), List.of()));
        try {
            start(engine, new MapConfiguration());
            assertThat(engine.endpoints().get(0).protocols()).containsExactly("json", "third");
            TestTransport transport = TestTransport.webSocket();

            say(engine, transport, "Third", invocation("1", "answer") + "\u001e");

            Awaitility.await().until(() -> text(transport).contains(result("1", "42")));
        } finally {
            engine.stop();
        }
    }

    @Test
    void shouldRefuseAProtocolThatTheHubDoesNotSupport() throws IOException {
        provide(ThirdProtocol.class.getName());
        SignalREngine engine = engine(new ProtocolSources(jsonb, ProtocolSources.found(loader), List.of()));
        try {
            start(engine, new MapConfiguration().with("signalr.hub.AnswerHub.supported-protocols", "json"));
            assertThat(engine.endpoints().get(0).protocols()).containsExactly("json");
            TestTransport transport = TestTransport.webSocket();

            say(engine, transport, "third", "");

            Awaitility.await()
                    .until(() ->
                            text(transport).contains("{\"error\":\"The protocol 'third' is not supported.\"}\u001e"));
        } finally {
            engine.stop();
        }
    }

    @Test
    void shouldNotStartWithAProtocolThatNobodySpeaks() {
        SignalREngine engine = engine(ProtocolSources.json(jsonb));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> start(engine, new MapConfiguration().with("signalr.supported-protocols", "third")))
                .withMessageEndingWith("hub 'AnswerHub': supported-protocols has 'third', but there are only [json]");
        engine.stop();
    }

    @Test
    void shouldReportALibraryThatCannotBeLoaded() throws IOException {
        provide("com.example.Missing");

        assertThatExceptionOfType(ServiceConfigurationError.class)
                .isThrownBy(() -> ProtocolSources.found(loader))
                .withMessageContaining("com.example.Missing");
    }

    @Test
    void shouldPreferTheApplicationsToALibrarysToTheBuiltIn() {
        HubProtocol own = named("Third");
        HubProtocol json = named("JSON");

        HubProtocols protocols = new ProtocolSources(
                        jsonb, List.of(new ThirdProtocol(), factory("json", json)), List.of(own))
                .open(Settings.defaults());

        assertThat(protocols.all()).containsExactly(json, own);
    }

    @Test
    void shouldReportTwoWithOneName() {
        ProtocolSources sources = new ProtocolSources(
                jsonb,
                List.of(new ThirdProtocol(), factory("THIRD", named("third"))),
                List.of(named("own"), named("Own"), named("json")));

        assertThat(sources.ambiguities())
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("'own' is spoken by each of ["),
                        text -> assertThat(text).startsWith("'third' is spoken by each of ["));
    }

    @Test
    void shouldLetTheApplicationDecideBetweenLibraries() {
        ProtocolSources sources = new ProtocolSources(
                jsonb, List.of(new ThirdProtocol(), factory("THIRD", named("third"))), List.of(named("third")));

        assertThat(sources.ambiguities()).isEmpty();
    }

    @Test
    void shouldRefuseAFactoryThatMakesAnotherProtocol() {
        ProtocolSources sources = new ProtocolSources(jsonb, List.of(factory("third", named("fourth"))), List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> sources.open(Settings.defaults()))
                .withMessageStartingWith("SIGNALR-1040: ")
                .withMessageEndingWith("has made the hub protocol 'fourth', not 'third'");
    }

    private void provide(String factory) throws IOException {
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.writeString(services.resolve(HubProtocolFactory.class.getName()), factory);
    }

    private HubProtocol named(String name) {
        return new CountingProtocol(new JsonHubProtocol(jsonb), name, TransferFormat.TEXT);
    }

    private static HubProtocolFactory factory(String name, HubProtocol made) {
        return new HubProtocolFactory() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public HubProtocol create(Settings settings) {
                return made;
            }
        };
    }

    private static SignalREngine engine(ProtocolSources sources) {
        return new SignalREngine(new EngineDefinition(
                List.of(HubDefinitions.of(AnswerHub.class)),
                RawHandlers.NONE,
                new TestActivator(new AnswerHub()),
                new Hooks(context -> Optional.empty(), List.of(), CallerSources.NONE),
                sources,
                EngineConfiguration.open(
                        new CodeSettings(Settings.defaults(), Map.of("AnswerHub", Settings.defaults())))));
    }

    private static void start(SignalREngine engine, ConfigurationSource configuration) {
        engine.start(new EngineEnvironment(configuration, Thread::new));
    }

    private static void say(SignalREngine engine, TestTransport transport, String protocol, String messages) {
        TransportConnection connection = engine.connections()
                .create(engine.endpoints().get(0), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();
        connection.start(transport.serve(connection), Origins.anonymous());
        connection.ready();
        String handshake = "{\"protocol\":\"" + protocol + "\",\"version\":1}\u001e";
        connection.receive((handshake + messages).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(TestTransport transport) {
        return String.join("", transport.frames());
    }

    /** Knows one answer. */
    static final class AnswerHub {

        public int answer() {
            return 42;
        }
    }
}
