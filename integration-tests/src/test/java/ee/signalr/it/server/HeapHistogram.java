// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lives on a server's heap after a full collection: instances and bytes by class. Immutable. */
public final class HeapHistogram {

    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Map<String, Row> rows;

    private HeapHistogram(Map<String, Row> rows) {
        this.rows = rows;
    }

    /** Collects the garbage of the server and counts what is left. */
    public static HeapHistogram of(TestServer server) {
        Map<String, Row> rows = new HashMap<>();
        for (String line : run("GC.class_histogram", server).split("\n")) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Row read = new Row(Long.parseLong(row.group(1)), Long.parseLong(row.group(2)));
                rows.merge(row.group(3), read, Row::plus);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("The server's heap could not be read");
        }
        return new HeapHistogram(rows);
    }

    private static String run(String command, TestServer server) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Path answer = Files.createTempFile("jcmd", ".txt");
            try {
                Process process = new ProcessBuilder(jcmd, Long.toString(server.pid()), command)
                        .redirectErrorStream(true)
                        .redirectOutput(answer.toFile())
                        .start();
                await(process);
                return Files.readString(answer);
            } finally {
                Files.delete(answer);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A server that does not come to a safepoint would let it wait for ever. */
    private static void await(Process process) {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server does not answer jcmd");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for jcmd", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Bytes of everything that lives. */
    public long bytes() {
        return rows.values().stream().mapToLong(Row::bytes).sum();
    }

    /** Instances of the class with this binary name. */
    public long instances(String className) {
        Row row = rows.get(className);
        return row == null ? 0 : row.instances();
    }

    /** Bytes of the instances themselves of all classes that the predicate takes. */
    public long bytes(Predicate<String> className) {
        return rows.entrySet().stream()
                .filter(row -> className.test(row.getKey()))
                .mapToLong(row -> row.getValue().bytes())
                .sum();
    }

    private record Row(long instances, long bytes) {

        Row plus(Row other) {
            return new Row(instances + other.instances, bytes + other.bytes);
        }
    }
}
