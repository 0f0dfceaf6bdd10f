// SPDX-License-Identifier: Apache-2.0
package ee.signalr.cdi.definition;

import ee.signalr.core.dispatch.HubDefinition;
import java.util.List;

/**
 * What came of reading the hubs of an application.
 *
 * @param hubs the hubs with which nothing is wrong, in order of their class names
 * @param problems all that is wrong
 */
public record Definitions(List<HubDefinition> hubs, List<Problem> problems) {

    /** Takes immutable copies. */
    public Definitions {
        hubs = List.copyOf(hubs);
        problems = List.copyOf(problems);
    }
}
