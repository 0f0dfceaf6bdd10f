// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.node;

import ee.signalr.it.json.Meaning;
import ee.signalr.it.server.BuildFiles;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs a script of the directory of Node scripts; every test that it prints becomes a test of ours. Stateless. */
public final class NodeScript {

    private static final Duration LIMIT = Duration.ofMinutes(6);

    private NodeScript() {}

    /**
     * Runs a script to its end.
     *
     * @param script its file name
     * @param arguments names and values in turn, without dashes before the names
     */
    public static Stream<DynamicTest> tests(String script, String... arguments) {
        return tests(Map.of(), script, arguments);
    }

    /**
     * The same, for a script that needs more in its environment.
     *
     * @param environment names and values
     * @param script its file name
     * @param arguments names and values in turn, without dashes before the names
     */
    public static Stream<DynamicTest> tests(Map<String, String> environment, String script, String... arguments) {
        List<String> lines = run(environment, script, arguments);
        List<JsonObject> reports = lines.stream()
                .filter(line -> line.startsWith("{"))
                .map(line -> Meaning.read(line).asJsonObject())
                .toList();
        int planned = reports.stream()
                .filter(report -> report.containsKey("plan"))
                .mapToInt(report -> report.getInt("plan"))
                .sum();
        List<JsonObject> results =
                reports.stream().filter(report -> report.containsKey("name")).toList();
        if (planned == 0 || results.size() < planned) {
            throw new AssertionError(script + " ran " + results.size() + " of " + planned + " tests. It printed:\n"
                    + String.join("\n", lines));
        }
        return results.stream().map(NodeScript::test);
    }

    private static DynamicTest test(JsonObject result) {
        return DynamicTest.dynamicTest(result.getString("name"), () -> {
            if (!result.getBoolean("ok")) {
                throw new AssertionError(result.getString("error"));
            }
        });
    }

    private static List<String> run(Map<String, String> environment, String script, String... arguments) {
        try {
            Path scripts = BuildFiles.nodeScripts();
            Path output = Files.createTempFile(BuildFiles.target(), script, ".txt");
            ProcessBuilder builder = new ProcessBuilder(command(script, arguments))
                    .directory(scripts.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            await(process);
            List<String> lines = Files.readAllLines(output);
            Files.delete(output);
            return lines;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> command(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        for (int at = 0; at < arguments.length; at += 2) {
            command.add("--" + arguments[at]);
            command.add(arguments[at + 1]);
        }
        return command;
    }

    /** The descendants, browsers among them, must not outlive the test. */
    private static void await(Process process) {
        List<ProcessHandle> descendants = new ArrayList<>();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(descendants::add);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            descendants.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
