// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.handler;

import static ee.signalr.core.test.TestClient.notification;

import ee.signalr.core.test.ReturningClient;
import ee.signalr.core.test.TestServer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;

/** A server with a hub that notes everything, for tests of clients that come back. One for each test. */
abstract class ReturningClients {

    /** How long a client may stay away. */
    static final Duration WINDOW = Duration.ofSeconds(15);

    final NotingHub hub = new NotingHub();
    final TestServer server = new TestServer(hub).detailed();

    @AfterEach
    void stop() {
        server.close();
    }

    ReturningClient connected() {
        return server.returning().handshake();
    }

    static String note(String text) {
        return notification("note", "\"" + text + "\"");
    }

    CompletionStage<Void> sendToOne(ReturningClient client, String text) {
        return server.context().clients().client(client.connection().id()).send("a", text);
    }
}
