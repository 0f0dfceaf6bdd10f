// SPDX-License-Identifier: Apache-2.0
package ee.signalr.servlet.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import ee.signalr.servlet.fakes.Fake;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that upgrades to registered endpoints only. */
class TyrusBridgeTest {

    private static final List<String> NONE = List.of();
    private static final List<String> SOME = List.of("v2", "v1");
    private static final String ID = "[0-9a-f]{32}";

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);
    private final WebSocketFixture fixture = WebSocketFixture.create();
    private final List<ServerEndpointConfig> registered = new ArrayList<>();
    private final List<ServerEndpointConfig> used = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Boolean> letIn = new ArrayList<>();
    private final List<String> closes = new ArrayList<>();
    private @Nullable DeploymentException failure;
    private int status = HttpServletResponse.SC_SWITCHING_PROTOCOLS;

    private final ServerContainer container = Fake.of(ServerContainer.class)
            .on("addEndpoint", call -> registered.add((ServerEndpointConfig) call[0]) ? null : null)
            .on("upgradeHttpToWebSocket", call -> upgraded((ServerEndpointConfig) call[2], (Map<?, ?>) call[3]))
            .make();
    private final PendingUpgrades pending = new PendingUpgrades(time::get);
    private final TyrusBridge bridge = new TyrusBridge(container, pending);

    private @Nullable Object upgraded(ServerEndpointConfig config, Map<?, ?> parameters) throws DeploymentException {
        used.add(config);
        letIn.add(config.getConfigurator().checkOrigin("http://127.0.0.1"));
        ids.add(String.valueOf(parameters.get("upgrade")));
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    @BeforeEach
    void register() throws DeploymentException {
        bridge.register(List.of(NONE, SOME, List.of(), List.of("v2", "v1")));
    }

    private void upgrade(List<String> subProtocols) {
        HttpServletResponse response = Fake.of(HttpServletResponse.class)
                .on("getStatus", call -> status)
                .make();
        try {
            bridge.upgrade(Fake.of(HttpServletRequest.class).make(), response, fixture.endpoint(), subProtocols);
        } catch (IOException | DeploymentException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private Session session(String id) {
        Map<String, Object> properties = new HashMap<>();
        Map<String, String> parameters = new HashMap<>();
        parameters.put("upgrade", id);
        return Fake.of(Session.class)
                .on("getPathParameters", call -> parameters)
                .on("getUserProperties", call -> properties)
                .on(
                        "close",
                        call -> closes.add(String.valueOf(
                                        ((CloseReason) call[0]).getCloseCode().getCode()))
                                ? null
                                : null)
                .on("setMaxIdleTimeout", call -> null)
                .on("addMessageHandler", call -> null)
                .on(
                        "getAsyncRemote",
                        call -> Fake.of(RemoteEndpoint.Async.class).make())
                .on("isOpen", call -> true)
                .make();
    }

    private Endpoint endpoint() {
        try {
            return registered.get(0).getConfigurator().getEndpointInstance(Endpoint.class);
        } catch (InstantiationException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void shouldRegisterOneEndpointForEachListOfSubProtocols() {
        assertThat(registered)
                .extracting(ServerEndpointConfig::getPath, ServerEndpointConfig::getSubprotocols)
                .containsExactly(
                        tuple("/ee.signalr.upgrade/0/{upgrade}", NONE), tuple("/ee.signalr.upgrade/1/{upgrade}", SOME));
        assertThat(registered).allMatch(config -> config.getEndpointClass() == BridgeEndpoint.class);
    }

    @Test
    void shouldUpgradeToTheEndpointOfTheSubProtocols() {
        upgrade(SOME);
        upgrade(NONE);

        assertThat(used).containsExactly(registered.get(1), registered.get(0));
    }

    @Test
    void shouldGiveEachUpgradeAnIdThatNobodyCanGuess() {
        for (int count = 0; count < 100; count++) {
            upgrade(NONE);
        }

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches(ID));
    }

    @Test
    void shouldTellTheEndpointOfTheIdWhatHappens() {
        upgrade(NONE);
        Session session = session(ids.get(0));

        endpoint().onOpen(session, registered.get(0));
        assertThat(fixture.transport().isOpen()).isTrue();
        assertThat(closes).isEmpty();

        endpoint().onError(session, new IOException("of the server"));
        endpoint().onClose(session, new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        assertThat(fixture.transport().isOpen()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0", "00000000000000000000000000000000"})
    void shouldRefuseWhoComesWithAnotherId(String id) {
        upgrade(NONE);
        Session session = session(id);

        endpoint().onOpen(session, registered.get(0));
        endpoint().onError(session, new IOException("of the server"));
        endpoint().onClose(session, new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, ""));

        assertThat(closes).containsExactly("1008");
        assertThat(pending.size()).isEqualTo(1);
    }

    @Test
    void shouldLetInNobodyButItself() {
        assertThat(registered).noneMatch(config -> config.getConfigurator().checkOrigin("http://127.0.0.1"));

        upgrade(NONE);
        upgrade(SOME);

        assertThat(letIn).containsExactly(true, true);
        assertThat(registered).noneMatch(config -> config.getConfigurator().checkOrigin(null));
    }

    @Test
    void shouldLetInNobodyAfterAnUpgradeThatFails() {
        failure = new DeploymentException("of the server");

        assertThatThrownBy(() -> bridge.upgrade(
                        Fake.of(HttpServletRequest.class).make(),
                        Fake.of(HttpServletResponse.class).make(),
                        fixture.endpoint(),
                        NONE))
                .isSameAs(failure);

        assertThat(registered).noneMatch(config -> config.getConfigurator().checkOrigin(""));
    }

    @Test
    void shouldTakeAnIdOnce() {
        upgrade(NONE);
        endpoint().onOpen(session(ids.get(0)), registered.get(0));
        endpoint().onOpen(session(ids.get(0)), registered.get(0));

        assertThat(closes).containsExactly("1008");
        assertThat(fixture.transport().isOpen()).isTrue();
    }

    @Test
    void shouldTakeAnIdForAShortTimeOnly() {
        upgrade(NONE);
        time.addAndGet(PendingUpgrades.LIFETIME.toNanos() + 1);

        endpoint().onOpen(session(ids.get(0)), registered.get(0));

        assertThat(closes).containsExactly("1008");
        assertThat(fixture.connections().size()).isZero();
    }

    @Test
    void shouldForgetUpgradesThatNeverOpened() {
        upgrade(NONE);
        time.addAndGet(PendingUpgrades.LIFETIME.toNanos());
        upgrade(NONE);
        assertThat(pending.size()).isEqualTo(2);

        time.incrementAndGet();
        upgrade(NONE);

        assertThat(pending.size()).isEqualTo(2);
        assertThat(fixture.connections().size()).isEqualTo(2);
    }

    @Test
    void shouldDropTheConnectionWhenTheServerAnswersOtherwise() {
        status = HttpServletResponse.SC_BAD_REQUEST;
        upgrade(NONE);

        assertThat(pending.size()).isZero();
        assertThat(fixture.connections().size()).isZero();
    }

    @Test
    void shouldNotUpgradeToWhatIsNotRegistered() {
        assertThatThrownBy(() -> bridge.upgrade(
                        Fake.of(HttpServletRequest.class).make(),
                        Fake.of(HttpServletResponse.class).make(),
                        fixture.endpoint(),
                        List.of("v3")))
                .isInstanceOf(DeploymentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "org.glassfish.tyrus.servlet.TyrusServletContainerInitializer$TyrusServerContainerImpl,true",
        "org.apache.tomcat.websocket.server.WsServerContainer,false",
        "io.undertow.websockets.jsr.ServerWebSocketContainer,false"
    })
    void shouldBeNeededOnTyrusOnly(String serverContainer, boolean needed) {
        assertThat(TyrusBridge.isNeeded(serverContainer)).isEqualTo(needed);
    }

    @Test
    void shouldLeaveOtherServersAlone() throws ServletException {
        Map<String, Object> attributes = new HashMap<>(Map.of(WebSocketUpgrader.CONTAINER, container));
        ServletContext context = Fake.of(ServletContext.class)
                .on("getAttribute", call -> attributes.get(call[0]))
                .make();

        TyrusBridge.prepare(context, List.of(NONE));

        assertThat(TyrusBridge.of(context, container)).isNotInstanceOf(TyrusBridge.class);
    }
}
