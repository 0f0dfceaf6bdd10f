// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.signalr.HubConnection;
import com.microsoft.signalr.HubConnectionBuilder;
import com.microsoft.signalr.HubException;
import com.microsoft.signalr.TransportEnum;
import ee.signalr.it.server.SharedServer;
import ee.signalr.it.server.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections of the official Java client over one transport, which end with their test. */
@Tag("portable")
@ExtendWith(SharedServer.class)
abstract class JavaConnections {

    static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<HubConnection> connections = new ArrayList<>();
    private String base = "";

    abstract TransportEnum transport();

    @BeforeEach
    void useTheSharedServer(TestServer server) {
        base = server.base();
    }

    @AfterEach
    void stopTheConnections() {
        connections.forEach(connection -> connection.stop().blockingAwait(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    /** A connection that has not been started. */
    final HubConnection build(String path) {
        HubConnection connection = HubConnectionBuilder.create(base + path)
                .withTransport(transport())
                .build();
        connections.add(connection);
        return connection;
    }

    /**
     * A started connection that the hub has taken. The handshake is answered before the hub hears of the connection, so a call
     * makes sure, of a method that no hub has.
     */
    final HubConnection open(String path) {
        HubConnection connection = start(build(path));
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> call(connection, "no such method"))
                .withMessageContaining("Method does not exist");
        return connection;
    }

    static HubConnection start(HubConnection connection) {
        assertThat(connection.start().blockingAwait(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return connection;
    }

    static <T> T invoke(HubConnection connection, Class<T> type, String method, Object... arguments) {
        return connection
                .invoke(type, method, arguments)
                .timeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .blockingGet();
    }

    static void call(HubConnection connection, String method, Object... arguments) {
        assertThat(connection.invoke(method, arguments).blockingAwait(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }
}
