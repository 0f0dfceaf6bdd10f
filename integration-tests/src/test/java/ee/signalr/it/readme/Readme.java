// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import ee.signalr.it.server.BuildFiles;
import java.util.List;

/** The code blocks of README. Stateless. */
final class Readme {

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
        return Block.of(BuildFiles.projectDirectory().resolve("README.md")).stream()
                .filter(block ->
                        languages.contains(block.language()) && block.code().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("README.md has no block of " + languages + " with " + text));
    }
}
