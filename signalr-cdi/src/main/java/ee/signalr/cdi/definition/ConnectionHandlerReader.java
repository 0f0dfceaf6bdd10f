// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.ConnectionHandler;
import ee.signalr.ConnectionScoped;
import ee.signalr.Hub;
import ee.signalr.MapConnectionHandler;
import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.security.SecurityRequirement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one connection handler. Not thread-safe. */
final class ConnectionHandlerReader {

    private final HubCandidate candidate;
    private final List<Problem> problems = new ArrayList<>();

    ConnectionHandlerReader(HubCandidate candidate) {
        this.candidate = candidate;
    }

    /** The definition, unless there are problems. */
    Optional<ConnectionHandlerDefinition> read() {
        Class<?> handler = candidate.hubClass();
        Mapping mapping = Mapping.ofHandler(candidate);
        if (!ConnectionHandler.class.isAssignableFrom(handler)) {
            problems.add(Problem.in(handler, Rule.NO_CONNECTION_HANDLER));
        }
        if (candidate.type().isAnnotationPresent(Hub.class)) {
            problems.add(Problem.in(handler, Rule.HUB_AND_HANDLER));
        }
        if (candidate.scope() != ApplicationScoped.class && candidate.scope() != ConnectionScoped.class) {
            problems.add(
                    Problem.in(handler, Rule.HANDLER_SCOPE, candidate.scope().getSimpleName()));
        }
        problems.addAll(SecurityRules.checkHandler(candidate.type()));
        problems.addAll(PathRules.check(handler, mapping.paths(), Rule.HANDLER_NO_PATH));
        return problems.isEmpty()
                ? Optional.of(new ConnectionHandlerDefinition(
                        handler,
                        mapping.name(),
                        mapping.paths(),
                        candidate
                                .type()
                                .getAnnotation(MapConnectionHandler.class)
                                .transferFormat(),
                        requirement()))
                : Optional.empty();
    }

    /** What is asked of whoever connects. */
    private SecurityRequirement requirement() {
        return SecurityAnnotations.of(candidate.type()::getAnnotation).requirement();
    }

    /** What the server must know beside the definition. */
    Protection protection() {
        return new Protection(Protection.roleNames(candidate.type(), Stream.of(requirement())), Map.of());
    }

    /** All that was found wrong; complete after {@link #read}. */
    List<Problem> problems() {
        return problems;
    }
}
