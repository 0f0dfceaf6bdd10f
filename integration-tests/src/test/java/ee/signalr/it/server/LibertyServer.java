// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** An Open Liberty process of its own, in the foreground of a directory of its own. Thread-safe; closing ends the process. */
public final class LibertyServer implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Path directory;
    private final int port;
    private final int port2;
    private final Thread endWithTests = new Thread(this::kill, "end-liberty");

    private LibertyServer(Process process, Path directory, List<Integer> ports) {
        this.process = process;
        this.directory = directory;
        this.port = ports.get(0);
        this.port2 = ports.get(1);
    }

    /** Starts a server and waits until it answers. */
    public static LibertyServer start(ServerLayout layout) {
        try {
            List<Integer> ports = freePorts();
            Path usr = emptyDirectory(BuildFiles.target().resolve("servers").resolve(layout.name()));
            Path directory = layout.write(usr, ports.get(0), ports.get(1));
            LibertyServer server = new LibertyServer(launch(layout.name(), usr, directory), directory, ports);
            Runtime.getRuntime().addShutdownHook(server.endWithTests);
            server.awaitReady(layout);
            return server;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void awaitReady(ServerLayout layout) {
        try {
            new Readiness(this).await(layout.readyPaths());
        } catch (RuntimeException | Error notReady) {
            close();
            throw notReady;
        }
    }

    private static Process launch(String name, Path usr, Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        BuildFiles.libertyHome().resolve("bin/server").toString(), "run", name)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("console.txt").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WLP_USER_DIR", usr.toString());
        builder.environment().remove("HTTP_PORT");
        builder.environment().remove("HTTP_PORT2");
        builder.environment().remove("JVM_ARGS");
        return builder.start();
    }

    /** Two that differ, since both are taken at the same time. */
    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), two.getLocalPort());
        }
    }

    private static Path emptyDirectory(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path file : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(directory);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The second port on 127.0.0.1, where the example's pages are of another origin; only with the example's configuration. */
    public int port2() {
        return port2;
    }

    /** The server's address, without a path. */
    public String base() {
        return "http://127.0.0.1:" + port;
    }

    /** The address of the second port, without a path. */
    public String base2() {
        return "http://127.0.0.1:" + port2;
    }

    /** An address on this server; {@code path} starts with a slash. */
    public URI uri(String path) {
        return URI.create(base() + path);
    }

    /** The Java process. */
    public long pid() {
        return java().pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What the server has printed and logged so far; empty before it logs. */
    public String log() {
        return read(directory.resolve("logs/messages.log"));
    }

    /** The requests that the server has logged so far; it writes them with some delay. */
    public String accessLog() {
        return read(directory.resolve("logs/http_access.log"));
    }

    String console() {
        return read(directory.resolve("console.txt"));
    }

    /** Ends the process and makes sure that it is gone. */
    @Override
    public void close() {
        List<ProcessHandle> all = processes();
        java().destroy();
        if (!ended(all)) {
            kill();
        }
        if (!ended(all)) {
            throw new IllegalStateException("Server process " + process.pid() + " does not end");
        }
        Runtime.getRuntime().removeShutdownHook(endWithTests);
    }

    private boolean ended(List<ProcessHandle> all) {
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        try {
            for (ProcessHandle one : all) {
                one.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException(unexpected);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void kill() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    /** The launch script starts Java as its child, or becomes it. */
    private ProcessHandle java() {
        return processes().stream()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(process.toHandle());
    }

    private List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
