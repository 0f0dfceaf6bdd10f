// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;

/**
 * Who calls a hub, and whom the hub can call back: one per connection, the same object for every call of it. Compared by
 * identity in effect, because its parts are.
 *
 * @param context the connection
 * @param clients the clients as seen from it
 */
public record HubCaller(HubCallerContext context, HubCallerClients clients) {}
