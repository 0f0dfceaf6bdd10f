// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** An Open Liberty process of its own, in the foreground of a directory of its own. Thread-safe; closing ends the process. */
public final class LibertyServer implements TestServer {

    private static final String STARTED = "CWWKF0011I";

    private final ServerProcess process;
    private final Path directory;
    private final int port;
    private final int port2;

    private LibertyServer(ServerProcess process, Path directory, List<Integer> ports) {
        this.process = process;
        this.directory = directory;
        this.port = ports.get(0);
        this.port2 = ports.get(1);
    }

    /** Starts a server and waits until it answers. */
    public static LibertyServer start(ServerLayout layout) {
        try {
            List<Integer> ports = ServerProcess.freePorts();
            Path usr = Directories.empty(BuildFiles.target().resolve("servers").resolve(layout.name()));
            Path directory = layout.write(usr, ports.get(0), ports.get(1));
            ServerProcess process = ServerProcess.start(launch(layout.name(), usr), directory.resolve("console.txt"));
            LibertyServer server = new LibertyServer(process, directory, ports);
            new Readiness(server, process, () -> server.log().contains(STARTED)).await(layout.readyPaths());
            return server;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ProcessBuilder launch(String name, Path usr) {
        ProcessBuilder builder =
                new ProcessBuilder(BuildFiles.serverHome().resolve("bin/server").toString(), "run", name);
        builder.environment().put("JAVA_HOME", BuildFiles.serverJava().toString());
        builder.environment().put("WLP_USER_DIR", usr.toString());
        builder.environment().remove("HTTP_PORT");
        builder.environment().remove("HTTP_PORT2");
        builder.environment().remove("JVM_ARGS");
        return builder;
    }

    @Override
    public int port() {
        return port;
    }

    /** The second port on 127.0.0.1, where the example's pages are of another origin; only with the example's configuration. */
    public int port2() {
        return port2;
    }

    /** The address of the second port, without a path. */
    public String base2() {
        return "http://127.0.0.1:" + port2;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public String log() {
        return ServerProcess.read(directory.resolve("logs/messages.log"));
    }

    /** Where the server looks for WARs that come and go. */
    Path dropins() {
        return directory.resolve("dropins");
    }

    /** The requests that the server has logged so far; it writes them with some delay. */
    public String accessLog() {
        return ServerProcess.read(directory.resolve("logs/http_access.log"));
    }

    @Override
    public void close() {
        process.close();
    }
}
