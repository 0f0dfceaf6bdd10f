// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.CancellationToken;
import ee.signalr.HubCallerClients;
import ee.signalr.OnAuthenticationRefreshed;
import ee.signalr.OnConnected;
import ee.signalr.OnDisconnected;
import ee.signalr.core.config.Options;
import ee.signalr.core.connection.Applicant;
import ee.signalr.core.connection.ConnectionKind;
import ee.signalr.core.connection.TransportConnection;
import ee.signalr.core.connection.TransportOrigin;
import ee.signalr.core.security.CallerIdentity;
import ee.signalr.core.test.ManualExecutor;
import ee.signalr.core.test.Origins;
import ee.signalr.core.test.TestServer;
import ee.signalr.core.test.TestTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All user code of a client runs with what the server knows of that client. */
class CallerExecutorTest {

    private static final String END = "\u001e";
    private static final ThreadLocal<String> BOUND = ThreadLocal.withInitial(() -> "nothing");

    private final TracingHub hub = new TracingHub();
    private final TestServer server = new TestServer(hub)
            .with(Options.ENABLE_AUTHENTICATION_REFRESH, true)
            .identifying(caller -> hub.note("user id", "ann"));
    private final CallerIdentity ann = Origins.identity("ann");
    private final TransportConnection connection = server.connections()
            .create(server.endpoint(), ConnectionKind.FOUND_BY_TOKEN, new Applicant(ann, "127.0.0.1"))
            .connection();

    @AfterEach
    void stop() {
        server.close();
    }

    private static Executor binding(String what) {
        return task -> {
            String outer = BOUND.get();
            BOUND.set(what);
            try {
                task.run();
            } finally {
                BOUND.set(outer);
            }
        };
    }

    private void say(String message) {
        connection.receive((message + END).getBytes(StandardCharsets.UTF_8));
        server.run();
    }

    private void connect() {
        TestTransport transport = TestTransport.webSocket();
        connection.start(transport.serve(connection), Origins.within(ann, binding("ann")));
        connection.ready();
        say("{\"protocol\":\"json\",\"version\":1}");
    }

    @Test
    void shouldBindItForEveryKindOfUserCode() {
        connect();
        say("{\"type\":1,\"target\":\"call\",\"arguments\":[]}");
        say("{\"type\":4,\"invocationId\":\"1\",\"target\":\"pulled\",\"arguments\":[]}");
        say("{\"type\":4,\"invocationId\":\"2\",\"target\":\"waiting\",\"arguments\":[]}");
        say("{\"type\":5,\"invocationId\":\"2\"}");
        connection.transportClosed(null);
        server.run();

        assertThat(hub.notes)
                .containsExactly(
                        "user id: ann",
                        "connected: ann",
                        "call: ann",
                        "pulled: ann",
                        "item: ann",
                        "waiting: ann",
                        "cancelled: ann",
                        "disconnected: ann");
        assertThat(BOUND.get()).isEqualTo("nothing");
    }

    @Test
    void shouldBindWhatARefreshHasBrought() {
        connect();

        connection.refresh(ann, binding("ann again"));
        server.run();
        say("{\"type\":1,\"target\":\"call\",\"arguments\":[]}");

        assertThat(hub.notes)
                .containsExactly("user id: ann", "connected: ann", "refreshed: ann again", "call: ann again");
    }

    @Test
    void shouldBeTheThreadsThemselvesForWhomNothingIsKnown() {
        ManualExecutor threads = new ManualExecutor();

        assertThat(connection.owner().context()).isSameAs(TransportOrigin.NO_CONTEXT);
        assertThat(CallerExecutor.of(threads, connection)).isSameAs(threads);
    }

    /** Notes what is bound to the thread whenever it runs. */
    static final class TracingHub {

        private final List<String> notes = new ArrayList<>();

        private <T> T note(String what, T result) {
            notes.add(what + ": " + BOUND.get());
            return result;
        }

        @OnConnected
        void joined() {
            note("connected", "");
        }

        public void call() {
            note("call", "");
        }

        public Stream<String> pulled() {
            note("pulled", "");
            return Stream.of("").peek(any -> note("item", ""));
        }

        public Flow.Publisher<String> waiting(CancellationToken stop) {
            note("waiting", "");
            stop.onCancel(() -> note("cancelled", ""));
            return subscriber -> {};
        }

        @OnAuthenticationRefreshed
        void refreshed(HubCallerClients clients) {
            note("refreshed", "");
        }

        @OnDisconnected
        void left() {
            note("disconnected", "");
        }
    }
}
