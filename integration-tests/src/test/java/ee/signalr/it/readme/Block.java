// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A code block of a page.
 *
 * @param language what follows its opening fence
 * @param code its text
 */
record Block(String language, String code) {

    private static final Pattern FENCED = Pattern.compile("^```(\\w+)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    /** All of a page, in their order. */
    static List<Block> of(Path page) {
        try {
            return FENCED.matcher(Files.readString(page))
                    .results()
                    .map(match -> new Block(match.group(1), match.group(2)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
