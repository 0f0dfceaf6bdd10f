// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import java.util.Map;

/**
 * Options that code has set.
 *
 * @param common for all hubs and connection handlers, and the application
 * @param hubs for single hubs, by name; has an entry for every hub
 * @param connectionHandlers for single connection handlers, by name; has an entry for every one
 */
public record CodeSettings(Settings common, Map<String, Settings> hubs, Map<String, Settings> connectionHandlers) {

    /** Takes immutable copies. */
    public CodeSettings {
        hubs = Map.copyOf(hubs);
        connectionHandlers = Map.copyOf(connectionHandlers);
    }

    /** For an application without connection handlers. */
    public CodeSettings(Settings common, Map<String, Settings> hubs) {
        this(common, hubs, Map.of());
    }
}
