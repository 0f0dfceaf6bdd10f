// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.IntPredicate;
import org.awaitility.Awaitility;

/** A server on which WARs come and go while it runs, in the directory where it looks for them. Thread-safe. */
public final class MovingServer implements TestServer {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int NO_ANSWER = 599;

    private final TestServer server;
    private final Path deployments;
    private final int keptLoaders;

    /** Not HTTP/2: while such a connection lasts, Payara keeps all its requests, and by them applications that have gone. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    MovingServer(TestServer server, Path deployments, int keptLoaders) {
        this.server = server;
        this.deployments = deployments;
        this.keptLoaders = keptLoaders;
    }

    /**
     * Deploys a WAR, with the libraries that the server lacks, and waits until a path of it answers.
     *
     * @param name what it is called there: the context root without its slash
     * @param path a path in it
     */
    public void deploy(Path war, String name, String path) {
        try {
            Path incoming = Files.createTempFile(deployments.getParent(), name, ".part");
            Files.copy(Libraries.addedTo(war), incoming, StandardCopyOption.REPLACE_EXISTING);
            Files.move(incoming, deployments.resolve(name + ".war"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        await(name + " to come", "/" + name + path, status -> status < SERVER_ERROR && status != NOT_FOUND);
    }

    /** Whether the server has CDI of its own: then an application need not say that it holds beans. */
    public boolean hasCdi() {
        return !Libraries.areMissing();
    }

    /** How many class loaders of applications that it took away the server keeps by itself. */
    public int keptLoaders() {
        return keptLoaders;
    }

    /** Takes a WAR away; the server notices that soon. */
    public void remove(String name) {
        try {
            Files.delete(deployments.resolve(name + ".war"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Takes a WAR away and waits until the path does not answer any more. */
    public void undeploy(String name, String path) {
        remove(name);
        awaitGone(name, path);
    }

    /** Waits until the path of an application that was taken away does not answer any more. */
    public void awaitGone(String name, String path) {
        await(name + " to go", "/" + name + path, status -> status == NOT_FOUND);
    }

    private void await(String what, String path, IntPredicate status) {
        Awaitility.await(what)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> status.test(status(path)));
    }

    private int status(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(uri(path))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return NO_ANSWER;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public long pid() {
        return server.pid();
    }

    @Override
    public String log() {
        return server.log();
    }

    @Override
    public void close() {
        server.close();
    }
}
