// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import ee.signalr.it.server.BuildFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The code blocks of README. Stateless. */
final class Readme {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private Readme() {}

    /** The hub. */
    static Block hub() {
        return first(List.of("java"), "@Hub");
    }

    /** What a browser runs: a page, or a script alone. */
    static Block client() {
        return first(List.of("html", "js", "javascript"), "HubConnectionBuilder");
    }

    private static Block first(List<String> languages, String text) {
        return BLOCK.matcher(read())
                .results()
                .map(Readme::block)
                .filter(block ->
                        languages.contains(block.language()) && block.code().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("README.md has no block of " + languages + " with " + text));
    }

    private static Block block(MatchResult match) {
        return new Block(match.group(1), match.group(2));
    }

    private static String read() {
        try {
            return Files.readString(BuildFiles.projectDirectory().resolve("README.md"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A code block.
     *
     * @param language what follows its opening fence
     * @param code its text
     */
    record Block(String language, String code) {}
}
