// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Compiles the hub that README prints. Stateless. */
final class HubSource {

    private static final Pattern CLASS = Pattern.compile("class\\s+(\\w+)");

    private HubSource() {}

    /** Compiles into a directory; answers the class files, relative to it. */
    static List<Path> compile(String code, Path classes) {
        try {
            Path file = Files.createDirectories(classes).resolve(className(code) + ".java");
            Files.writeString(file, code);
            run("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), file.toString());
            Files.delete(file);
            try (Stream<Path> all = Files.walk(classes)) {
                return all.filter(Files::isRegularFile).map(classes::relativize).toList();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String className(String code) {
        Matcher name = CLASS.matcher(code);
        if (!name.find()) {
            throw new AssertionError("No class in " + code);
        }
        return name.group(1);
    }

    private static void run(String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(printer, printer, arguments);
        if (status != 0) {
            throw new AssertionError("The hub of README.md does not compile:\n" + output);
        }
    }
}
