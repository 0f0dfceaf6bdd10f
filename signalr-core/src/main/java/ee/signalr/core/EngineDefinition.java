// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core;

import ee.signalr.core.dispatch.HubActivator;
import ee.signalr.core.dispatch.HubDefinition;
import ee.signalr.spi.UserIdProvider;
import java.util.List;

/**
 * What the engine of an application is made of.
 *
 * @param hubs the hubs; an engine has at least one of these, or a connection handler
 * @param rawHandlers the connection handlers
 * @param activator where hub instances come from
 * @param userIds whose connection it is
 * @param protocols where the hub protocols come from
 * @param configuration the options
 */
public record EngineDefinition(
        List<HubDefinition> hubs,
        RawHandlers rawHandlers,
        HubActivator activator,
        UserIdProvider userIds,
        ProtocolSources protocols,
        EngineConfiguration configuration) {

    /** Takes an immutable copy. */
    public EngineDefinition {
        hubs = List.copyOf(hubs);
    }
}
