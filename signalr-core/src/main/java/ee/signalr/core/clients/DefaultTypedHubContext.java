// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.clients;

import ee.signalr.GroupManager;
import ee.signalr.HubConnections;
import ee.signalr.TypedHubClients;
import ee.signalr.TypedHubContext;

/**
 * A hub seen from outside, with clients that an interface describes. Immutable and thread-safe.
 *
 * @param <H> the class of the hub
 * @param <T> the interface
 */
record DefaultTypedHubContext<H, T>(TypedHubClients<T> clients, GroupManager groups, HubConnections connections)
        implements TypedHubContext<H, T> {}
