// SPDX-License-Identifier: Apache-2.0
package ee.signalr.core.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * The methods of a hub that are called at turns of a connection's life. Immutable.
 *
 * @param onConnected of a new connection; null when there is none
 * @param onDisconnected of an ended connection; null when there is none
 * @param onAuthenticationRefreshed of a connection whose client has refreshed its authentication; null when there is none
 */
public record HubCallbacks(
        @Nullable HubMethod onConnected,
        @Nullable HubMethod onDisconnected,
        @Nullable HubMethod onAuthenticationRefreshed) {

    /** No callbacks. */
    public static final HubCallbacks NONE = new HubCallbacks(null, null, null);
}
