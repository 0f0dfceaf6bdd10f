// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import java.util.List;
import java.util.regex.Pattern;

/** At which paths something can be served. */
final class PathRules {

    private static final Pattern PATH = Pattern.compile("/|(/[^/*{}?#;\\s]+)+");

    private PathRules() {}

    /**
     * Checks the paths of a class.
     *
     * @param none the rule that is broken when there are no paths
     */
    static List<Problem> check(Class<?> owner, List<String> paths, Rule none) {
        if (paths.isEmpty()) {
            return List.of(Problem.in(owner, none));
        }
        return paths.stream()
                .filter(path -> !PATH.matcher(path).matches())
                .map(path -> Problem.in(owner, Rule.BAD_PATH, path))
                .toList();
    }
}
