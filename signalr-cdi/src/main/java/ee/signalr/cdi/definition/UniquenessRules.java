// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What no two hubs or connection handlers may share. */
final class UniquenessRules {

    private final Map<String, Class<?>> names = new HashMap<>();
    private final Map<String, Class<?>> paths = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private UniquenessRules() {}

    static List<Problem> check(Collection<Mapping> mappings) {
        UniquenessRules rules = new UniquenessRules();
        mappings.forEach(rules::claim);
        // Only now, when all paths are known: the result must not depend on the order of the classes.
        mappings.forEach(rules::claimNegotiation);
        return rules.problems;
    }

    private void claim(Mapping mapping) {
        Class<?> namesake = names.putIfAbsent(mapping.name(), mapping.owner());
        if (namesake != null) {
            problems.add(Problem.in(mapping.owner(), Rule.DUPLICATE_NAME, mapping.name(), namesake.getName()));
        }
        for (String path : mapping.paths()) {
            Class<?> owner = paths.putIfAbsent(path, mapping.owner());
            if (owner != null) {
                problems.add(Problem.in(mapping.owner(), Rule.DUPLICATE_PATH, path, owner.getName()));
            }
        }
    }

    private void claimNegotiation(Mapping mapping) {
        for (String path : mapping.paths()) {
            String negotiation = path.equals("/") ? "/negotiate" : path + "/negotiate";
            Class<?> other = paths.get(negotiation);
            if (other != null) {
                problems.add(Problem.in(
                        other, Rule.DUPLICATE_PATH, negotiation, mapping.owner().getName()));
            }
        }
    }
}
