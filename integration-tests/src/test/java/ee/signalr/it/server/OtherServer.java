// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server that is not Open Liberty, in the foreground of a directory of its own. Thread-safe; closing ends the process. */
final class OtherServer implements TestServer {

    private final ServerProcess process;
    private final Path directory;
    private final int port;

    private OtherServer(ServerProcess process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /** Starts a server and waits until the paths answer. */
    static OtherServer start(ServerProduct product, List<Application> applications, List<String> readyPaths) {
        return start(BuildFiles.serverName(), product, applications, readyPaths, Map.of());
    }

    /**
     * Starts a server of which there are several, and waits until the paths answer.
     *
     * @param name the name of its directory
     * @param environment what its process has in its environment besides
     */
    static OtherServer start(
            String name,
            ServerProduct product,
            List<Application> applications,
            List<String> readyPaths,
            Map<String, String> environment) {
        try {
            int port = ServerProcess.freePort();
            Path directory = Directories.empty(BuildFiles.target().resolve("servers/" + name));
            Path console = BuildFiles.target().resolve("servers/" + name + ".txt");
            ProcessBuilder launch = product.layOut(directory, port, applications);
            launch.environment().putAll(environment);
            ServerProcess process = ServerProcess.start(launch, console);
            OtherServer server = new OtherServer(process, directory, port);
            new Readiness(server, process, () -> true).await(readyPaths);
            return server;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public int port() {
        return port;
    }

    Path directory() {
        return directory;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public String log() {
        return process.console();
    }

    @Override
    public void close() {
        process.close();
    }
}
