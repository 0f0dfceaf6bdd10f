// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.hubconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.signalr.HubEncodingException;
import ee.signalr.TransportType;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.protocol.CompletionMessage;
import ee.signalr.core.protocol.PingMessage;
import ee.signalr.core.protocol.json.JsonHubProtocol;
import ee.signalr.core.protocol.json.JsonbDefaults;
import ee.signalr.core.protocol.json.JsonbHolder;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.RawConnections;
import ee.signalr.core.test.TestTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hub side of a connection, and the caller that hubs see. */
class HubConnectionTest {

    private final RawConnections connections = new RawConnections();
    private final TestTransport transport = new TestTransport(TransportType.SERVER_SENT_EVENTS);
    private final TransportConnection connection = connections.negotiatedBy(Origins.identity("ann", "cook"));
    private final JsonbHolder jsonb = new JsonbHolder(JsonbDefaults.config());
    private final HubConnection hub = new HubConnection(connection, new JsonHubProtocol(jsonb), Runnable::run);

    HubConnectionTest() {
        connection.start(transport.serve(connection), Origins.user("ann"));
        connection.ready();
    }

    @AfterEach
    void stop() {
        jsonb.close();
    }

    @Test
    void shouldTellWhoIsCalling() {
        assertThat(hub.connectionId()).isEqualTo(connection.id());
        assertThat(hub.transport()).isEqualTo(TransportType.SERVER_SENT_EVENTS);
        assertThat(hub.principal()).get().extracting("name").isEqualTo("ann");
        assertThat(hub.roles()).isEmpty();
        assertThat(hub.isInRole("**")).isTrue();
        assertThat(hub.httpRequest()).isSameAs(connection.origin().request());
        assertThat(hub).hasToString("connection " + connection.id());
    }

    @Test
    void shouldHaveNoUserBeforeItIsIdentified() {
        assertThat(hub.userIdentifier()).isEmpty();

        hub.identify(Optional.of("ann"));
        assertThat(hub.userIdentifier()).contains("ann");
    }

    @Test
    void shouldHaveNoPrincipalWhenNobodyIsAuthenticated() {
        TransportConnection other = connections.open(TestTransport.webSocket());

        assertThat(new HubConnection(other, hub.protocol(), Runnable::run).principal())
                .isEmpty();
    }

    @Test
    void shouldKeepOneMapOfItems() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ConcurrentMap<String, Object>>> maps = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                maps.add(threads.submit(hub::items));
            }
            for (Future<ConcurrentMap<String, Object>> map : maps) {
                assertThat(map.get()).isSameAs(hub.items());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldWriteAtOnceOrHold() {
        hub.hold(CompletionMessage.withResult("1", Map.of()));
        assertThat(transport.frames()).isEmpty();

        hub.write(PingMessage.INSTANCE);
        assertThat(transport.frames())
                .containsExactly("{\"type\":3,\"invocationId\":\"1\",\"result\":{}}\u001e{\"type\":6}\u001e");
    }

    @Test
    void shouldThrowWhatCannotBeWritten() {
        List<Object> cyclic = new ArrayList<>();
        cyclic.add(cyclic);

        assertThatThrownBy(() -> hub.write(CompletionMessage.withResult("1", cyclic)))
                .isInstanceOf(HubEncodingException.class);
        assertThat(transport.frames()).isEmpty();
    }

    @Test
    void shouldLeaveAllGroupsForGood() {
        assertThat(hub.joinGroup("a")).isTrue();
        assertThat(hub.joinGroup("b")).isTrue();
        hub.leaveGroup("a");
        hub.leaveGroup("never joined");

        assertThat(hub.leaveAllGroups()).containsExactly("b");
        assertThat(hub.joinGroup("c")).isFalse();
        assertThat(hub.leaveAllGroups()).isEmpty();
    }

    @Test
    void shouldEndTheConnectionOnceWhenAborted() {
        assertThat(hub.isAbortRequested()).isFalse();

        hub.abort();
        hub.abort();

        assertThat(hub.isAbortRequested()).isTrue();
        assertThat(connections.listener().ends()).containsExactly(Optional.empty());
    }

    @Test
    void shouldFireItsSignal() {
        assertThat(hub.aborted().isCancelled()).isFalse();

        hub.markAborted();

        assertThat(hub.aborted().isCancelled()).isTrue();
    }
}
