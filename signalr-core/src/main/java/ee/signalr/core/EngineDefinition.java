// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.core.dispatch.HubActivator;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.core.dispatch.RegisteredFilter;
import ee.signalr.core.security.CallerSources;
import ee.signalr.spi.UserIdProvider;
import java.util.List;

/**
 * What the engine of an application is made of.
 *
 * @param hubs the hubs; an engine has at least one of these, or a connection handler
 * @param rawHandlers the connection handlers
 * @param activator where hub instances come from
 * @param hooks what the application does in its own way
 * @param protocols where the hub protocols come from
 * @param configuration the options
 */
public record EngineDefinition(
        List<HubDefinition> hubs,
        RawHandlers rawHandlers,
        HubActivator activator,
        Hooks hooks,
        ProtocolSources protocols,
        EngineConfiguration configuration) {

    /** Takes an immutable copy. */
    public EngineDefinition {
        hubs = List.copyOf(hubs);
    }

    /**
     * What the application does in its own way.
     *
     * @param userIds whose connection it is
     * @param filters run around calls and connections, outermost first
     * @param callers tell who callers are
     */
    public record Hooks(UserIdProvider userIds, List<RegisteredFilter> filters, CallerSources callers) {

        /** Takes an immutable copy. */
        public Hooks {
            filters = List.copyOf(filters);
        }
    }
}
