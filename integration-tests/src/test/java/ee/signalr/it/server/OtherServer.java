// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A server that is not Open Liberty, in the foreground of a directory of its own. Thread-safe; closing ends the process. */
final class OtherServer implements TestServer {

    private final ServerProcess process;
    private final int port;

    private OtherServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server and waits until the paths answer. */
    static OtherServer start(ServerProduct product, List<Application> applications, List<String> readyPaths) {
        try {
            int port = ServerProcess.freePort();
            Path directory = Directories.empty(BuildFiles.target().resolve("servers/" + BuildFiles.serverName()));
            Path console = BuildFiles.target().resolve("servers/" + BuildFiles.serverName() + ".txt");
            ServerProcess process = ServerProcess.start(product.layOut(directory, port, applications), console);
            OtherServer server = new OtherServer(process, port);
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

    @Override
    public String log() {
        return process.console();
    }

    @Override
    public void close() {
        process.close();
    }
}
