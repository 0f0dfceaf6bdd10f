// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import java.util.Map;

/**
 * The settings of one application.
 *
 * @param common the options that exist once, and those that hold for every hub and connection handler
 * @param hubs the options of each hub, by its name
 * @param connectionHandlers the options of each connection handler, by its name
 */
public record ApplicationSettings(
        Settings common, Map<String, Settings> hubs, Map<String, Settings> connectionHandlers) {

    /** Takes immutable copies. */
    public ApplicationSettings {
        hubs = Map.copyOf(hubs);
        connectionHandlers = Map.copyOf(connectionHandlers);
    }
}
