// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.EngineDefinition.Hooks;
import ee.signalr.core.config.CodeSettings;
import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.config.Settings;
import ee.signalr.core.connection.Applicant;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an engine tells of itself from before its start until after its stop. */
@Timeout(60)
class EngineHealthTest {

    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}\u001e";

    /** Threads that come and go without doing what they are for. */
    private static final ThreadFactory IDLERS = task -> new Thread(() -> {});

    private final PartingHub hub = new PartingHub();
    private final TestHandlers raw = new TestHandlers();
    private final ManualClock clock = new ManualClock();
    private final SignalREngine engine = new SignalREngine(
            new EngineDefinition(
                    List.of(HubDefinitions.of(PartingHub.class)),
                    new RawHandlers(raw.definitions(), raw),
                    new TestActivator(hub),
                    new Hooks(context -> Optional.empty(), List.of(), CallerSources.NONE),
                    ProtocolSources.json(new JsonbHolder(JsonbDefaults.config())),
                    EngineConfiguration.open(new CodeSettings(
                            Settings.defaults(),
                            Map.of("PartingHub", Settings.defaults()),
                            Map.of("echo", Settings.defaults(), "bytes", Settings.defaults())))),
            clock);

    @AfterEach
    void stop() {
        engine.stop();
    }

    @Test
    void shouldBeLiveButNotReadyBeforeTheStart() {
        assertThat(engine.health()).isEqualTo(new EngineHealth(false, true, Map.of()));
    }

    @Test
    void shouldCountConnectionsOfHubsAndHandlersInTheirOrder() {
        start(Thread::new);
        assertThat(engine.health()).isEqualTo(new EngineHealth(true, true, counts(0, 0)));

        open(0);
        open(1);
        open(1);

        assertThat(engine.health().connections()).isEqualTo(counts(1, 2));
        assertThat(engine.health().connections().keySet()).containsExactly("PartingHub", "echo", "bytes");
    }

    @Test
    void shouldForgetConnectionsThatHaveEnded() {
        start(Thread::new);

        open(0).abort(null);

        Awaitility.await().until(() -> engine.health().connections().equals(counts(0, 0)));
    }

    @Test
    void shouldNotBeReadyAnyMoreWhileItStops() throws Exception {
        start(Thread::new);
        TransportConnection connection = open(0);
        connection.receive(HANDSHAKE.getBytes(StandardCharsets.UTF_8));
        hub.joined.get(10, TimeUnit.SECONDS);
        hub.onLeft = engine::health;

        engine.stop();

        EngineHealth meanwhile = hub.seen.get(10, TimeUnit.SECONDS);
        assertThat(meanwhile.ready()).isFalse();
        assertThat(meanwhile.live()).isTrue();
    }

    @Test
    void shouldStayLiveAfterTheStopHoweverLongAgoThatIs() {
        start(Thread::new);
        engine.stop();
        clock.advance(Duration.ofDays(1));

        assertThat(engine.health()).isEqualTo(new EngineHealth(false, true, counts(0, 0)));
    }

    @Test
    void shouldStayLiveAsLongAsItSweeps() {
        start(Thread::new);

        clock.advance(Duration.ofMinutes(10));

        Awaitility.await().until(() -> engine.health().live());
        assertThat(engine.health().ready()).isTrue();
    }

    @Test
    void shouldNotBeLiveWhenNothingHasSweptForMoreThanThirtySeconds() {
        start(IDLERS);

        clock.advance(Duration.ofSeconds(30));
        assertThat(engine.health().live()).isTrue();

        clock.advance(Duration.ofMillis(1));
        assertThat(engine.health()).isEqualTo(new EngineHealth(true, false, counts(0, 0)));
    }

    @Test
    void shouldKeepWhatItHasTold() {
        start(Thread::new);
        EngineHealth before = engine.health();

        open(0);

        assertThat(before.connections()).isEqualTo(counts(0, 0));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> before.connections().put("echo", 1));
    }

    private static Map<String, Integer> counts(int hub, int echo) {
        return Map.of("PartingHub", hub, "echo", echo, "bytes", 0);
    }

    private void start(ThreadFactory threads) {
        engine.start(new EngineEnvironment(new Unconfigured(), threads));
    }

    private TransportConnection open(int endpoint) {
        TransportConnection connection = engine.connections()
                .create(
                        engine.endpoints().get(endpoint),
                        ConnectionKind.FOUND_BY_TOKEN,
                        Applicant.anonymous("127.0.0.1"))
                .connection();
        connection.start(TestTransport.webSocket().serve(connection), Origins.anonymous());
        connection.ready();
        return connection;
    }

    /** Asks for the health when a client leaves. */
    static final class PartingHub {

        private final CompletableFuture<Boolean> joined = new CompletableFuture<>();
        private final CompletableFuture<EngineHealth> seen = new CompletableFuture<>();
        private volatile Supplier<EngineHealth> onLeft = () -> EngineHealth.NOT_STARTED;

        @OnConnected
        void joined() {
            joined.complete(true);
        }

        @OnDisconnected
        void left() {
            seen.complete(onLeft.get());
        }
    }

    /** Nothing is configured. */
    private static final class Unconfigured implements ConfigurationSource {

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Optional<String> value(String name) {
            return Optional.empty();
        }
    }
}
