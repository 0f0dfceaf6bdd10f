// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of a server, in the foreground, with all that it has started. Thread-safe; closing ends it. */
final class ServerProcess implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Path console;
    private final Thread endWithTests = new Thread(this::kill, "end-server");

    private ServerProcess(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /** Starts it; what it prints goes to the file. */
    static ServerProcess start(ProcessBuilder builder, Path console) throws IOException {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        ServerProcess started = new ServerProcess(process, console);
        Runtime.getRuntime().addShutdownHook(started.endWithTests);
        return started;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Two that differ, since both are taken at the same time. */
    static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), two.getLocalPort());
        }
    }

    /** The Java process. */
    long pid() {
        return java().pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String console() {
        return read(console);
    }

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

    /** A launch script starts Java as its child, or becomes it; a launcher in Java starts another one. */
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

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
