// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits, with a limit, until a server has started its applications. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final int SERVER_ERROR = 500;
    private static final int NOT_FOUND = 404;

    private final LibertyServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Readiness(LibertyServer server) {
        this.server = server;
    }

    void await(List<String> paths) {
        try {
            Awaitility.await("the server's start")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .failFast("the server process ended", () -> !server.isAlive())
                    .until(() -> server.log().contains("CWWKF0011I")
                            && paths.stream().allMatch(this::answers));
        } catch (ConditionTimeoutException | org.awaitility.core.TerminalFailureException failed) {
            throw new IllegalStateException("Not ready. Its console:\n" + server.console(), failed);
        }
    }

    /** The root path of a server without an application answers 404 for good. */
    private boolean answers(String path) {
        try {
            int status = client.send(
                            HttpRequest.newBuilder(server.uri(path))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status < SERVER_ERROR && (status != NOT_FOUND || "/".equals(path));
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
