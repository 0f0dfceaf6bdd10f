// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.config;

import java.util.Map;

/**
 * The settings of one application.
 *
 * @param common the options that exist once, and the hub options that hold for every hub
 * @param hubs the options of each hub, by its name
 */
public record ApplicationSettings(Settings common, Map<String, Settings> hubs) {

    /** Takes an immutable copy. */
    public ApplicationSettings {
        hubs = Map.copyOf(hubs);
    }
}
