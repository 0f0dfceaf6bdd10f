// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** Waits, with a limit, until a server has started its applications. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int MOST_TOLD = 4000;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_FOUND = 404;

    private final TestServer server;
    private final ServerProcess process;
    private final BooleanSupplier started;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * Makes it.
     *
     * @param started what has to be true besides
     */
    Readiness(TestServer server, ServerProcess process, BooleanSupplier started) {
        this.server = server;
        this.process = process;
        this.started = started;
    }

    /** Returns when all paths answer; otherwise ends the server and fails. */
    void await(List<String> paths) {
        try {
            Awaitility.await("the server's start")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .failFast("the server process ended", () -> !process.isAlive())
                    .until(() -> started.getAsBoolean() && paths.stream().allMatch(this::answers));
        } catch (ConditionTimeoutException | TerminalFailureException failed) {
            process.close();
            String console = process.console();
            String end = console.substring(Math.max(0, console.length() - MOST_TOLD));
            throw new IllegalStateException("Not ready. Its console ends with:\n" + end, failed);
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
