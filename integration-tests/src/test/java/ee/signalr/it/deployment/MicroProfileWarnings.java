// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.deployment;

import java.util.List;
import java.util.regex.Pattern;

/** Finds warnings and errors about MicroProfile in what any of the servers logs. Stateless. */
final class MicroProfileWarnings {

    /** By word, or as Open Liberty marks them: one letter behind thread and logger. */
    private static final Pattern WARNING =
            Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE)\\b|\\] [0-9a-f]{8} \\S+ +[WE] ");

    private static final Pattern MICROPROFILE = Pattern.compile("(?i)microprofile");

    private MicroProfileWarnings() {}

    static List<String> in(String log) {
        return log.lines()
                .filter(WARNING.asPredicate())
                .filter(MICROPROFILE.asPredicate())
                .toList();
    }
}
