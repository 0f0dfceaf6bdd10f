// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.core.dispatch.ConnectionHandlerDefinition;
import ee.signalr.core.dispatch.HubDefinition;
import java.util.List;

/**
 * What came of reading the hubs and connection handlers of an application.
 *
 * @param hubs the hubs with which nothing is wrong, in order of their class names
 * @param connectionHandlers the connection handlers, likewise
 * @param protection what they ask of callers, beyond that
 * @param problems all that is wrong
 */
public record Definitions(
        List<HubDefinition> hubs,
        List<ConnectionHandlerDefinition> connectionHandlers,
        Protection protection,
        List<Problem> problems) {

    /** Nothing to serve. */
    public static final Definitions NONE = new Definitions(List.of(), List.of(), Protection.NONE, List.of());

    /** Takes immutable copies. */
    public Definitions {
        hubs = List.copyOf(hubs);
        connectionHandlers = List.copyOf(connectionHandlers);
        problems = List.copyOf(problems);
    }

    /** Whether there is nothing to serve. */
    public boolean isEmpty() {
        return hubs.isEmpty() && connectionHandlers.isEmpty();
    }
}
