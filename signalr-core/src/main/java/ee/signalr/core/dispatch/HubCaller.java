// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import ee.signalr.HubCallerClients;
import ee.signalr.HubCallerContext;
import ee.signalr.core.security.CallerIdentity;

/**
 * Who calls a hub, and whom the hub can call back. Compared by identity in effect, because its parts are.
 *
 * @param connection the connection: the same object for every call of it
 * @param context the caller as the call sees it; the connection itself, unless a call must not see what a later one sees
 * @param clients the clients as seen from it
 */
public record HubCaller(HubCallerContext connection, HubCallerContext context, HubCallerClients clients) {

    /** The caller of all calls of a connection. */
    public HubCaller(HubCallerContext connection, HubCallerClients clients) {
        this(connection, connection, clients);
    }

    /** The same for calls that see another context. */
    public HubCaller seeing(HubCallerContext other) {
        return new HubCaller(connection, other, clients);
    }

    /** Who it is, as the call sees it; never null. */
    public CallerIdentity identity() {
        return new CallerIdentity(context.principal().orElse(null), context.roles(), null);
    }
}
