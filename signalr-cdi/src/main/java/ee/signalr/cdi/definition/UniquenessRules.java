// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What no two hubs may share. */
final class UniquenessRules {

    private final Map<String, Class<?>> names = new HashMap<>();
    private final Map<String, Class<?>> paths = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private UniquenessRules() {}

    static List<Problem> check(Collection<HubCandidate> hubs) {
        UniquenessRules rules = new UniquenessRules();
        hubs.forEach(rules::claim);
        // Only now, when all paths are known: the result must not depend on the order of the hubs.
        hubs.forEach(rules::claimNegotiation);
        return rules.problems;
    }

    private void claim(HubCandidate hub) {
        HubAnnotation annotation = HubAnnotation.of(hub);
        Class<?> namesake = names.putIfAbsent(annotation.name(), hub.hubClass());
        if (namesake != null) {
            problems.add(Problem.in(hub.hubClass(), Rule.DUPLICATE_NAME, annotation.name(), namesake.getName()));
        }
        for (String path : annotation.paths()) {
            Class<?> owner = paths.putIfAbsent(path, hub.hubClass());
            if (owner != null) {
                problems.add(Problem.in(hub.hubClass(), Rule.DUPLICATE_PATH, path, owner.getName()));
            }
        }
    }

    private void claimNegotiation(HubCandidate hub) {
        for (String path : HubAnnotation.of(hub).paths()) {
            String negotiation = path.equals("/") ? "/negotiate" : path + "/negotiate";
            Class<?> other = paths.get(negotiation);
            if (other != null) {
                problems.add(Problem.in(
                        other, Rule.DUPLICATE_PATH, negotiation, hub.hubClass().getName()));
            }
        }
    }
}
