// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import ee.signalr.it.server.BuildFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs what a page tells its reader to type, in a new directory; what is left running can be ended. Immutable. */
final class Shell {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Path directory;
    private final int port;
    private final Map<String, String> environment;

    private Shell(Path directory, int port, Map<String, String> environment) {
        this.directory = directory;
        this.port = port;
        this.environment = environment;
    }

    /** One that follows a page, with all that the page takes for given. */
    static Shell following(Guide guide) {
        try {
            int port = FreePorts.forHttp();
            Map<String, String> environment = Map.of(
                    "SIGNALR_JAR",
                    BuildFiles.signalrJar().toString(),
                    "HTTP_PORT",
                    Integer.toString(port),
                    "MAVEN_OPTS",
                    "-Dmaven.repo.local=" + System.getProperty("it.repository"),
                    guide.home(),
                    BuildFiles.serverHome().toString());
            return new Shell(Files.createTempDirectory(BuildFiles.target(), "guide"), port, environment);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The same, whose Maven runs with more options. */
    Shell withMavenOptions(String options) {
        Map<String, String> more = new HashMap<>(environment);
        more.merge("MAVEN_OPTS", options, (some, others) -> some + " " + others);
        return new Shell(directory, port, Map.copyOf(more));
    }

    /** Where it runs. */
    Path directory() {
        return directory;
    }

    /** The port that it names as {@code HTTP_PORT}. */
    int port() {
        return port;
    }

    /** Writes a file, in directories that need not be there. */
    void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Runs commands until one fails; answers what they print. */
    String run(String commands) throws IOException, InterruptedException {
        // not by a pipe: a server in the background would hold it
        Path output = Files.createTempFile(directory, "commands", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-eu", "-c", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(java());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(output);
        assertThat(ended).as("ended: %s%n%s", commands, printed).isTrue();
        assertThat(process.exitValue()).as("%s%n%s", commands, printed).isZero();
        return printed;
    }

    /** The Java of the server, which compiles too. */
    private Map<String, String> java() {
        String java = BuildFiles.serverJava().toString();
        return Map.of(
                "JAVA_HOME",
                java,
                "AS_JAVA",
                java,
                "PATH",
                java + "/bin" + File.pathSeparator + System.getenv("PATH"),
                // a mark by which to find the server; not all of them have their directory on the command line
                "JVM_ARGS",
                "-Dguide=" + directory);
    }

    /** What still runs of all that was started. */
    List<ProcessHandle> remains() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> isOurs(process.info().commandLine().orElse("")))
                    .toList();
        }
    }

    /** A domain may be in the directory of the server, but has the port in its name then. */
    private boolean isOurs(String command) {
        return command.contains(directory.toString()) || command.contains("hello-" + port);
    }
}
