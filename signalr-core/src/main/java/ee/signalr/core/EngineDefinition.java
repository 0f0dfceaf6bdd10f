// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.core.config.ConfigurationSource;
import ee.signalr.core.config.Settings;
import ee.signalr.core.dispatch.HubActivator;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.spi.UserIdProvider;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine of an application is made of.
 *
 * @param hubs the hubs, at least one
 * @param activator where hub instances come from
 * @param userIds whose connection it is
 * @param protocols where the hub protocols come from
 * @param configuration what is configured; null when that is known only at start
 * @param code what code has set
 */
public record EngineDefinition(
        List<HubDefinition> hubs,
        HubActivator activator,
        UserIdProvider userIds,
        ProtocolSources protocols,
        @Nullable ConfigurationSource configuration,
        CodeSettings code) {

    /** Takes an immutable copy. */
    public EngineDefinition {
        hubs = List.copyOf(hubs);
    }

    /**
     * Options that code has set.
     *
     * @param common for all hubs and the application
     * @param hubs for single hubs, by name; has an entry for every hub
     */
    public record CodeSettings(Settings common, Map<String, Settings> hubs) {

        /** Takes an immutable copy. */
        public CodeSettings {
            hubs = Map.copyOf(hubs);
        }
    }
}
