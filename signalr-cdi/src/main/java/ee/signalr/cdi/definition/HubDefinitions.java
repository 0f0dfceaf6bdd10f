// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.dispatch.HubDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the hubs and connection handlers of an application. */
public final class HubDefinitions {

    private final List<HubDefinition> hubs = new ArrayList<>();
    private final List<ConnectionHandlerDefinition> connectionHandlers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private Protection protection = Protection.NONE;

    private HubDefinitions() {}

    /** Reads the hubs of an application that has no connection handlers; as {@link #define(Collection, Collection)}. */
    public static Definitions define(Collection<HubCandidate> candidates) {
        return define(candidates, List.of());
    }

    /** Reads the candidates and checks every rule; depends on nothing else and has no effects. */
    public static Definitions define(Collection<HubCandidate> hubs, Collection<HubCandidate> handlers) {
        HubDefinitions read = new HubDefinitions();
        read.readHubs(read.beans(hubs, Rule.NO_MANAGED_BEAN));
        read.readHandlers(read.beans(handlers, Rule.HANDLER_NO_MANAGED_BEAN));
        read.problems.addAll(UniquenessRules.check(read.mappings));
        List<Problem> distinct = read.problems.stream().distinct().toList();
        return new Definitions(read.hubs, read.connectionHandlers, read.protection, distinct);
    }

    /** Those that are beans, in order of their names; adds a problem for each that should be and cannot. */
    private List<HubCandidate> beans(Collection<HubCandidate> candidates, Rule rule) {
        List<HubCandidate> beans = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparing(candidate -> candidate.hubClass().getName()))
                .forEach(candidate -> {
                    Optional<Problem> unfit = ClassRules.check(candidate, rule);
                    unfit.ifPresent(problems::add);
                    if (unfit.isEmpty() && candidate.kind() == HubCandidate.Kind.MANAGED_BEAN) {
                        beans.add(candidate);
                    }
                });
        return beans;
    }

    private void readHubs(List<HubCandidate> beans) {
        for (HubCandidate bean : beans) {
            HubReader reader = new HubReader(bean);
            reader.read().ifPresent(hubs::add);
            protection = protection.and(reader.protection());
            problems.addAll(reader.problems());
            mappings.add(Mapping.ofHub(bean));
        }
    }

    private void readHandlers(List<HubCandidate> beans) {
        for (HubCandidate bean : beans) {
            ConnectionHandlerReader reader = new ConnectionHandlerReader(bean);
            reader.read().ifPresent(connectionHandlers::add);
            protection = protection.and(reader.protection());
            problems.addAll(reader.problems());
            mappings.add(Mapping.ofHandler(bean));
        }
    }
}
