// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A code block of a page.
 *
 * @param file the name of the file that it is, which stands alone and with a colon above it; empty where there is none
 * @param language what follows its opening fence
 * @param code its text
 */
record Block(String file, String language, String code) {

    private static final Pattern FENCED =
            Pattern.compile("(?:^`([^`\\n]+)`:\\n\\n)?^```(\\w+)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    /** All of a page, in their order. */
    static List<Block> of(Path page) {
        try {
            return of(Files.readString(page));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All of a part of a page. */
    static List<Block> of(String text) {
        return FENCED.matcher(text)
                .results()
                .map(match -> new Block(Objects.requireNonNullElse(match.group(1), ""), match.group(2), match.group(3)))
                .toList();
    }
}
