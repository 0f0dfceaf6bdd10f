// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import static ee.signalr.core.test.TestClient.invocation;
import static ee.signalr.core.test.TestClient.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.TransportType;
import ee.signalr.core.EngineDefinition.Hooks;
import ee.signalr.core.config.CodeSettings;
import ee.signalr.core.config.ConfigurationException;
import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.config.Options;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.Admission.Outcome;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionEndpoint;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import ee.signalr.core.security.CallerSources;
import ee.signalr.core.test.HubDefinitions;
import ee.signalr.core.test.ManualClock;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.TestActivator;
import ee.signalr.core.test.TestHandlers;
import ee.signalr.core.test.TestTransport;
import ee.signalr.core.transport.CloseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The engine of an application from start to stop, with its own threads. */
@Timeout(60)
class SignalREngineTest {

    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}\u001e";

    private final EngineHub hub = new EngineHub();
    private final TestHandlers raw = new TestHandlers();
    private final ManualClock clock = new ManualClock();
    private final JsonbHolder jsonb = new JsonbHolder(JsonbDefaults.config());
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ThreadFactory factory = task -> {
        Thread thread = new Thread(task);
        threads.add(thread);
        return thread;
    };
    private final SignalREngine engine = engine(null);

    @AfterEach
    void stop() {
        hub.release.countDown();
        engine.stop();
    }

    @Test
    void shouldKnowItsHubsButServeNothingBeforeTheStart() {
        assertThat(engine.hubs())
                .singleElement()
                .satisfies(known -> assertThat(known.hubClass()).isEqualTo(EngineHub.class));
        assertThat(engine.endpoints()).isEmpty();
        assertThat(engine.settings().differences()).isEmpty();
        assertThat(threads).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(engine::connections)
                .withMessage("SIGNALR-1010: the engine has not been started");
    }

    @Test
    void shouldGiveContextsOfItsHubsBeforeTheStart() {
        assertThat(engine.hubContext(EngineHub.class)).isSameAs(engine.hubContext(EngineHub.class));
        assertThat(engine.hubContext(EngineHub.class).clients().all().send("x").toCompletableFuture())
                .isCompleted();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.hubContext(String.class))
                .withMessage("java.lang.String is not a hub of this application");
    }

    @Test
    void shouldServeClientsAfterTheStart() {
        start();
        ConnectionEndpoint endpoint = engine.endpoints().get(0);
        assertThat(endpoint.name()).isEqualTo("EngineHub");
        assertThat(endpoint.paths()).containsExactly("/EngineHub");
        assertThat(endpoint.protocols()).containsExactly("json");

        TestTransport transport = connect();
        assertThat(text(transport)).startsWith("{}");
        engine.hubContext(EngineHub.class).clients().all().send("news");

        await(transport, "\"news\"");
    }

    @Test
    void shouldServeConnectionHandlersBehindItsHubs() {
        start("signalr.connection-handler.echo.disconnect-timeout", "7s");
        ConnectionEndpoint echo = engine.endpoints().get(1);
        ConnectionEndpoint bytes = engine.endpoints().get(2);

        assertThat(echo.name()).isEqualTo("echo");
        assertThat(echo.protocols()).isEmpty();
        assertThat(echo.settings().get(Options.DISCONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(7));
        assertThat(echo.settings().get(Options.TRANSPORTS)).containsExactlyInAnyOrder(TransportType.values());
        assertThat(bytes.settings().get(Options.TRANSPORTS))
                .containsExactlyInAnyOrder(TransportType.WEB_SOCKETS, TransportType.LONG_POLLING);

        TestTransport transport = TestTransport.webSocket();
        TransportConnection connection = engine.connections()
                .create(echo, ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();
        connection.start(transport.serve(connection), Origins.anonymous());
        connection.ready();
        say(connection, "hello");
        await(transport, "hello");
        engine.stop();
        assertThat(raw.ended()).containsExactly(connection.id());
    }

    @Test
    void shouldNotStartWithABinaryHandlerOverEventStreamsOnly() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> start("signalr.transports", "ServerSentEvents"))
                .withMessageContaining("connection handler 'bytes': transports has only ServerSentEvents");
        assertThat(threads).isEmpty();
    }

    @Test
    void shouldAnswerCallsOnItsThreads() {
        start();
        TestTransport transport = TestTransport.webSocket();
        TransportConnection connection = open(transport);

        say(connection, HANDSHAKE + invocation("1", "threadName") + "\u001e");

        await(transport, result("1", "\"" + hubThread() + "\""));
    }

    @Test
    void shouldStartOnce() {
        start();
        ConnectionEndpoint endpoint = engine.endpoints().get(0);

        start();

        assertThat(engine.endpoints().get(0)).isSameAs(endpoint);
    }

    @Test
    void shouldUseContextParametersWhereNothingElseIsConfigured() {
        start("signalr.maximum-threads", "3", "signalr.hub.EngineHub.keep-alive-interval", "7s");

        assertThat(engine.settings().differences()).containsExactly("maximum-threads=3");
        assertThat(engine.endpoints().get(0).settings().get(Options.KEEP_ALIVE_INTERVAL))
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void shouldPreferTheConfigurationOfItsDefinition() {
        SignalREngine configured = engine(new Pairs("signalr.maximum-threads", "5"));
        configured.start(new EngineEnvironment(new Pairs("signalr.maximum-threads", "3"), factory));

        assertThat(configured.settings().get(Options.MAXIMUM_THREADS)).isEqualTo(5);
        configured.stop();
    }

    @Test
    void shouldNotStartWithWrongOptions() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> start("signalr.maximum-threads", "none", "signalr.nope", "1"))
                .withMessageContaining("signalr.maximum-threads")
                .withMessageContaining("signalr.nope");
        assertThat(threads).isEmpty();
        assertThat(engine.endpoints()).isEmpty();

        start();
        assertThat(engine.endpoints()).hasSize(3);
    }

    @Test
    void shouldNotStartWithoutThreads() {
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.start(new EngineEnvironment(new Pairs(), task -> {
                    throw new IllegalStateException("no threads");
                })))
                .withMessage("no threads");
        assertThat(engine.endpoints()).isEmpty();

        start();
        assertThat(engine.endpoints()).hasSize(3);
    }

    @Test
    void shouldSweepAboutOnceASecond() {
        start();
        TestTransport transport = connect();

        clock.advance(Duration.ofSeconds(16));

        await(transport, "{\"type\":6}");
    }

    @Test
    void shouldSayGoodbyeAndEndItsThreadsWhenItStops() {
        start();
        TestTransport transport = connect();

        engine.stop();

        assertThat(text(transport)).endsWith("{\"type\":7,\"allowReconnect\":true}\u001e");
        assertThat(transport.closings()).containsExactly(CloseStatus.FAREWELL);
        assertThat(hub.events).containsExactly("joined", "left");
        assertThat(threads).isNotEmpty();
        Awaitility.await().until(() -> threads.stream().noneMatch(Thread::isAlive));
        assertThatIllegalStateException().isThrownBy(jsonb::get);
    }

    @Test
    void shouldStopInBoundedTimeWhenAMethodBlocks() {
        start();
        TestTransport transport = TestTransport.webSocket();
        TransportConnection connection = open(transport);
        say(connection, HANDSHAKE + invocation("1", "block") + "\u001e");
        Awaitility.await().until(() -> hub.events.contains("blocked"));

        long begin = System.nanoTime();
        engine.stop();
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(taken).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(20));
        assertThat(transport.closings()).containsExactly(CloseStatus.FAREWELL);
        Awaitility.await().until(() -> hub.events.contains("interrupted"));
        Awaitility.await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void shouldStopOnceAndForGood() {
        start();
        engine.stop();
        engine.stop();

        assertThatIllegalStateException()
                .isThrownBy(this::start)
                .withMessage("SIGNALR-1009: the engine has been stopped");
        assertThat(engine.connections()
                        .create(
                                engine.endpoints().get(0),
                                ConnectionKind.FOUND_BY_TOKEN,
                                Applicant.anonymous("127.0.0.1"))
                        .outcome())
                .isNotEqualTo(Outcome.ADMITTED);
    }

    @Test
    void shouldStopWithoutHavingStarted() {
        engine.stop();

        assertThatIllegalStateException()
                .isThrownBy(this::start)
                .withMessage("SIGNALR-1009: the engine has been stopped");
        assertThatIllegalStateException().isThrownBy(jsonb::get);
    }

    @Test
    void shouldKeepTwoEnginesApart() {
        SignalREngine other = engine(null);
        start();
        other.start(new EngineEnvironment(new Pairs(), factory));
        TestTransport transport = connect();

        other.hubContext(EngineHub.class).clients().all().send("foreign");
        TransportConnection mine = engine.connections()
                .create(engine.endpoints().get(0), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();

        assertThat(text(transport)).doesNotContain("foreign");
        assertThat(other.connections().find(mine.token(), other.endpoints().get(0)))
                .isEmpty();
        other.stop();
    }

    private SignalREngine engine(@Nullable ConfigurationSource configuration) {
        CodeSettings code = new CodeSettings(
                Settings.defaults(),
                Map.of("EngineHub", Settings.defaults()),
                Map.of("echo", Settings.defaults(), "bytes", Settings.defaults()));
        return new SignalREngine(
                new EngineDefinition(
                        List.of(HubDefinitions.of(EngineHub.class)),
                        new RawHandlers(raw.definitions(), raw),
                        new TestActivator(hub),
                        new Hooks(context -> Optional.empty(), List.of(), CallerSources.NONE),
                        ProtocolSources.json(jsonb),
                        configuration == null
                                ? EngineConfiguration.open(code)
                                : EngineConfiguration.resolved(code, configuration, Set.of("json"))),
                clock);
    }

    private void start(String... configuration) {
        engine.start(new EngineEnvironment(new Pairs(configuration), factory));
    }

    private TransportConnection open(TestTransport transport) {
        TransportConnection connection = engine.connections()
                .create(engine.endpoints().get(0), ConnectionKind.FOUND_BY_TOKEN, Applicant.anonymous("127.0.0.1"))
                .connection();
        connection.start(transport.serve(connection), Origins.anonymous());
        connection.ready();
        return connection;
    }

    private TestTransport connect() {
        TestTransport transport = TestTransport.webSocket();
        say(open(transport), HANDSHAKE);
        Awaitility.await().until(() -> hub.events.contains("joined"));
        return transport;
    }

    private String hubThread() {
        Awaitility.await().until(() -> !hub.threadNames.isEmpty());
        String name = hub.threadNames.get(0);
        assertThat(threads).extracting(Thread::getName).contains(name);
        return name;
    }

    private static void say(TransportConnection connection, String text) {
        connection.receive(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void await(TestTransport transport, String part) {
        Awaitility.await().until(() -> text(transport).contains(part));
    }

    private static String text(TestTransport transport) {
        return String.join("", transport.frames());
    }

    /** Configuration from names and values in turn. */
    private static final class Pairs implements ConfigurationSource {

        private final Map<String, String> values = new TreeMap<>();

        Pairs(String... namesAndValues) {
            for (int i = 0; i < namesAndValues.length; i += 2) {
                values.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }

        @Override
        public Set<String> names() {
            return values.keySet();
        }

        @Override
        public Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }

    /** Notes its life; can block. */
    static final class EngineHub {

        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<String> threadNames = new CopyOnWriteArrayList<>();
        private final CountDownLatch release = new CountDownLatch(1);

        @OnConnected
        void joined() {
            events.add("joined");
        }

        @OnDisconnected
        void left() {
            events.add("left");
        }

        public String threadName() {
            String name = Thread.currentThread().getName();
            threadNames.add(name);
            return name;
        }

        public void block() {
            events.add("blocked");
            try {
                release.await();
            } catch (InterruptedException stopping) {
                events.add("interrupted");
            }
        }
    }
}
