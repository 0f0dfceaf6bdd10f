// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the browser; tests without one are skipped, unless the environment wants them to run. Stateless. */
public final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** The browser's path; where there is none, the test is skipped, or fails if {@code REQUIRE_BROWSER} is true. */
    public static String require() {
        Optional<String> found = find();
        if (found.isEmpty() && Boolean.parseBoolean(System.getenv("REQUIRE_BROWSER"))) {
            throw new AssertionError("REQUIRE_BROWSER is set, but none of " + NAMES + " is on the PATH");
        }
        Assumptions.assumeTrue(found.isPresent(), () -> "Skipped: none of " + NAMES + " is on the PATH");
        return found.orElseThrow();
    }

    private static Optional<String> find() {
        String chosen = System.getenv("CHROME_BIN");
        Stream<Path> candidates = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> NAMES.stream().map(Path.of(directory)::resolve));
        return Stream.concat(Stream.ofNullable(chosen).map(Path::of), candidates)
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
