// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.core.dispatch.HubDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the hubs of an application. */
public final class HubDefinitions {

    private HubDefinitions() {}

    /** Reads the candidates and checks every rule; depends on nothing else and has no effects. */
    public static Definitions define(Collection<HubCandidate> candidates) {
        List<HubDefinition> hubs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<HubCandidate> beans = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparing(candidate -> candidate.hubClass().getName()))
                .forEach(candidate -> {
                    Optional<Problem> unfit = ClassRules.check(candidate);
                    unfit.ifPresent(problems::add);
                    if (unfit.isEmpty() && candidate.kind() == HubCandidate.Kind.MANAGED_BEAN) {
                        beans.add(candidate);
                    }
                });
        for (HubCandidate bean : beans) {
            HubReader reader = new HubReader(bean);
            reader.read().ifPresent(hubs::add);
            problems.addAll(reader.problems());
        }
        problems.addAll(UniquenessRules.check(beans));
        return new Definitions(hubs, problems);
    }
}
